import * as z from 'zod/mini'
import { type GenerationInput, inputShape } from '@/lib/generations/input'

// The choices go into a cookie, so that the server draws the form as it was left; what the person wrote is longer and
// private to this browser, so it stays in local storage. Both carry a version in their names: a new shape gets a new one.
export const CHOICES_COOKIE = 'squero-choices-1'
const WRITING = 'squero.writing.1'
const RECENT_MODELS = 'squero.recent-models.1'
const RECENT = 4
const YEAR_SECONDS = 365 * 24 * 3600

export type Writing = Pick<GenerationInput, 'prompt' | 'negativePrompt'>

const NOTHING_WRITTEN: Writing = { prompt: '', negativePrompt: '' }
const writingShape = z.object({ prompt: z.string(), negativePrompt: z.string() })
const modelIds = z.array(z.string())

/** The form of this page load, kept while the person looks at other pages. */
let kept: GenerationInput | null = null

export const keptForm = () => kept

export function keepForm(input: GenerationInput): void {
  kept = input
  const { prompt, negativePrompt, ...choices } = input
  store(WRITING, { prompt, negativePrompt })
  const value = encodeURIComponent(JSON.stringify(choices))
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Firefox
  document.cookie = `${CHOICES_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** The choices a cookie holds, with nothing written; null when it is not one of ours. */
export function readChoices(cookie: string | undefined): GenerationInput | null {
  const choices = cookie === undefined ? null : parseJson(cookie)
  const parsed = inputShape.safeParse({ ...(typeof choices === 'object' ? choices : null), ...NOTHING_WRITTEN })
  return parsed.success ? parsed.data : null
}

export function readWriting(): Writing {
  const parsed = writingShape.safeParse(read(WRITING))
  return parsed.success ? parsed.data : NOTHING_WRITTEN
}

/** The models chosen last, the latest first. */
export function readRecentModels(): string[] {
  const parsed = modelIds.safeParse(read(RECENT_MODELS))
  return parsed.success ? parsed.data : []
}

export function keepRecentModel(id: string): void {
  store(RECENT_MODELS, [id, ...readRecentModels().filter((other) => other !== id)].slice(0, RECENT))
}

function read(key: string): unknown {
  try {
    return parseJson(localStorage.getItem(key) ?? '')
  } catch {
    // Storage can be forbidden: then nothing is remembered, and that is all.
    return null
  }
}

function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Forbidden or full: the form works on, without a memory.
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
