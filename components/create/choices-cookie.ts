import { type GenerationInput, inputShape } from '@/lib/generations/input'

/** The choices a cookie holds (see memory.ts), with nothing written; null when it is not one of ours. */
export function readChoices(cookie: string | undefined): GenerationInput | null {
  const choices = cookie === undefined ? null : parseJson(cookie)
  const object = typeof choices === 'object' ? choices : null
  const parsed = inputShape.safeParse({ ...object, prompt: '', negativePrompt: '' })
  return parsed.success ? parsed.data : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
