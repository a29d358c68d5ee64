import { browserStore, readStored, store, tabStore } from '@/components/storage'
import type { GenerationInput } from '@/lib/generations/input'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'

// The choices go into a cookie, so that the server draws the form as it was left; what the person wrote is longer and
// private to this browser, so it stays in local storage. Both carry a version in their names: a new shape gets a new one.
export const CHOICES_COOKIE = 'squero-choices-1'
const WRITING = 'squero.writing.2'
/** The whole form of this tab: two tabs have two drafts, and a new one starts from the latest. */
const TAB_FORM = 'squero.form.2'
/** The generation that the form of this tab was filled from. */
const TAB_FROM = 'squero.from.1'
const RECENT_MODELS = 'squero.recent-models.1'
/** The project chosen last, by its id; empty is none. */
export const PROJECT_COOKIE = 'squero-project-1'
const RECENT = 4
const YEAR_SECONDS = 365 * 24 * 3600

export type Writing = Pick<GenerationInput, 'prompt' | 'negativePrompt' | 'media'>

/** The form of this page load, kept while the person looks at other pages, and the media its model does not take. */
let kept: GenerationInput | null = null
let aside = NO_MEDIA
let from: string | undefined

export const keptForm = () => kept
export const keptAside = () => aside
export const keptFrom = () => from

export function keepForm(input: GenerationInput, laidAside: MediaInput, fromId: string | undefined): void {
  kept = input
  aside = laidAside
  from = fromId
  const { prompt, negativePrompt, media, ...choices } = input
  store(browserStore, WRITING, { prompt, negativePrompt, media })
  store(tabStore, TAB_FORM, input)
  store(tabStore, TAB_FROM, fromId ?? null)
  const value = encodeURIComponent(JSON.stringify(choices))
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Firefox
  document.cookie = `${CHOICES_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** The project of this page load; undefined until one was chosen, empty for none. */
let project: string | undefined

export const keptProject = () => project

export function keepProject(id: string | null): void {
  project = id ?? ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http and in Firefox
  document.cookie = `${PROJECT_COOKIE}=${project}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}

/** Judged by hand: the schemas weigh more than the whole form, and are not loaded before it is touched. */
export function readWriting(): Writing {
  const stored = readStored(browserStore, WRITING)
  return { prompt: textIn(stored, 'prompt'), negativePrompt: textIn(stored, 'negativePrompt'), media: mediaIn(stored) }
}

/** The models chosen last, the latest first. */
export function readRecentModels(): string[] {
  const stored = readStored(browserStore, RECENT_MODELS)
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
}

export function keepRecentModel(id: string): void {
  store(browserStore, RECENT_MODELS, [id, ...readRecentModels().filter((other) => other !== id)].slice(0, RECENT))
}

/** The generation that the form of this tab was filled from, before a reload; undefined: from none. */
export function readTabFrom(): string | undefined {
  const stored = readStored(tabStore, TAB_FROM)
  return isText(stored) ? stored : undefined
}

/** The form as this tab left it before a reload; null in a new tab. Its choices still have to be fitted to a model. */
export function readTabForm(): GenerationInput | null {
  const stored = readStored(tabStore, TAB_FORM)
  if (textIn(stored, 'modelId') === '') return null
  const one = <T>(name: keyof GenerationInput, is: (value: unknown) => value is T): T | null => {
    const value = Reflect.get(Object(stored), name)
    return is(value) ? value : null
  }
  return {
    modelId: textIn(stored, 'modelId'),
    prompt: textIn(stored, 'prompt'),
    negativePrompt: textIn(stored, 'negativePrompt'),
    duration: textIn(stored, 'duration'),
    resolution: one('resolution', isText),
    aspectRatio: one('aspectRatio', isText),
    audio: one('audio', (value): value is boolean => typeof value === 'boolean'),
    upscaleFactor: one('upscaleFactor', (value): value is number => typeof value === 'number'),
    bitrate: one('bitrate', (value) => value === 'standard' || value === 'high'),
    media: mediaIn(stored),
  }
}

/** Of our own making, under a name that tells its shape; the server judges each medium again before anything is bought. */
function mediaIn(stored: unknown): MediaInput {
  const media = typeof stored === 'object' && stored !== null ? Reflect.get(stored, 'media') : null
  return typeof media === 'object' && media !== null ? { ...NO_MEDIA, ...media } : NO_MEDIA
}

const isText = (value: unknown): value is string => typeof value === 'string'

function textIn(stored: unknown, name: keyof GenerationInput): string {
  const text = typeof stored === 'object' && stored !== null ? Reflect.get(stored, name) : ''
  return typeof text === 'string' ? text : ''
}
