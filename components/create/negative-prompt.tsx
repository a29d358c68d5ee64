import { ChevronRight } from 'lucide-react'
import { errorId } from '@/components/ui/field'

interface NegativePromptProps {
  value: string
  error?: string
  onChange: (negativePrompt: string) => void
}

/** What should not be in the shot: folded away until somebody wants it. */
export function NegativePrompt({ value, error, onChange }: NegativePromptProps) {
  return (
    <details className="group rounded-control border border-line has-[[aria-invalid]]:border-state-loss">
      <summary className="ring-inside flex h-8.5 items-center gap-3 rounded-control px-3 text-body text-ink-2 transition-colors hover:text-ink max-md:h-11 max-md:text-prompt">
        <ChevronRight
          className="size-4 shrink-0 transition-transform duration-(--base) group-open:rotate-90"
          strokeWidth={1.5}
          aria-hidden="true"
        />
        <span className="shrink-0">Negative prompt</span>
        <span dir="auto" className="min-w-0 flex-1 truncate text-ink-3 group-open:hidden">
          {value}
        </span>
      </summary>
      <div className="px-3 pb-3">
        <textarea
          dir="auto"
          rows={2}
          aria-label="Negative prompt"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId('negative') : undefined}
          placeholder="people, text, lens flare"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="field-sizing-content max-h-40 min-h-14 w-full resize-none rounded-control border border-line-strong bg-surface-2 px-3 py-2 text-prompt max-md:text-touch"
        />
        {error && (
          <p id={errorId('negative')} className="mt-1 text-small text-state-loss">
            {error}
          </p>
        )}
      </div>
    </details>
  )
}
