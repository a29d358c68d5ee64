import type { GenerationView } from '@/lib/generations/view'

/** What was asked for, as it was written, and what was not wanted. */
export function PromptText({ prompt, negativePrompt }: Pick<GenerationView['input'], 'prompt' | 'negativePrompt'>) {
  return (
    <>
      {prompt.trim() !== '' && (
        <p dir="auto" className="mt-2 whitespace-pre-wrap break-words text-prompt">
          {prompt}
        </p>
      )}
      {negativePrompt !== '' && (
        <p dir="auto" className="mt-2 whitespace-pre-wrap break-words text-ink-2 text-small">
          Not: {negativePrompt}
        </p>
      )}
    </>
  )
}
