import type { GenerationInput } from '@/lib/generations/input'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import type { Intent } from '@/lib/generations/view'

// The choices go into a cookie, so that the server draws the form as it was left; what the person wrote is longer and
// private to this browser, so it stays in local storage. Both carry a version in their names: a new shape gets a new one.
export const CHOICES_COOKIE = 'squero-choices-1'
const WRITING = 'squero.writing.2'
/** The whole form of this tab: two tabs have two drafts, and a new one starts from the latest. */
const TAB_FORM = 'squero.form.2'
/** The generation that the form of this tab was filled from. */
const TAB_FROM = 'squero.from.1'
/** The press of this tab that is under way. */
const TAB_PRESS = 'squero.press.1'
/** Whoever comes back later than this, ms, finds the form as it was, and decides anew. */
const GOES_OUT_MS = 60_000
/** So long, ms, the same press again is the one that got no answer; later it is another. */
const IS_THE_SAME_MS = 10 * 60_000
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
  store(localStore, WRITING, { prompt, negativePrompt, media })
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
  const stored = read(localStore, WRITING)
  return { prompt: textIn(stored, 'prompt'), negativePrompt: textIn(stored, 'negativePrompt'), media: mediaIn(stored) }
}

/** The models chosen last, the latest first. */
export function readRecentModels(): string[] {
  const stored = read(localStore, RECENT_MODELS)
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
}

export function keepRecentModel(id: string): void {
  store(localStore, RECENT_MODELS, [id, ...readRecentModels().filter((other) => other !== id)].slice(0, RECENT))
}

/** The generation that the form of this tab was filled from, before a reload; undefined: from none. */
export function readTabFrom(): string | undefined {
  const stored = read(tabStore, TAB_FROM)
  return isText(stored) ? stored : undefined
}

/** The form as this tab left it before a reload; null in a new tab. Its choices still have to be fitted to a model. */
export function readTabForm(): GenerationInput | null {
  const stored = read(tabStore, TAB_FORM)
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

/** A press that the studio has not answered yet. */
export interface KeptPress {
  intent: Intent
  modelName: string
  project: { id: string; name: string } | null
  /** Unix time, ms. */
  at: number
  /** The person was told that no answer came: it goes out again by another press only. */
  told: boolean
}

/** That of this page load, also where storage is forbidden; undefined until there was one. */
let press: KeptPress | null | undefined

/** Kept from the moment of the press until its answer: a reload in between must not lose it. null: answered. */
export function keepPress(next: KeptPress | null): void {
  press = next
  store(tabStore, TAB_PRESS, next)
}

/** The press of this tab that has no answer; null: there is none. */
export function readPress(): KeptPress | null {
  if (press === undefined) {
    const stored = read(tabStore, TAB_PRESS)
    press = isPress(stored) ? stored : null
  }
  return press
}

/** Whether a reload cut it off, of this account and within the last minute: then it goes out as soon as the page is back. */
export function isCutOff({ told, at, intent }: KeptPress, accountId: string, now: number): boolean {
  return !told && intent.accountId === accountId && now >= at && now - at < GOES_OUT_MS
}

/** Whether pressing again means the press that got no answer, so that nothing is bought twice. */
export function isPressedAgain({ intent, at }: KeptPress, next: Omit<Intent, 'id'>, now: number): boolean {
  const same = intent.projectId === next.projectId && intent.accountId === next.accountId
  return same && JSON.stringify(intent.input) === JSON.stringify(next.input) && now - at < IS_THE_SAME_MS
}

/** Of our own making, under a name that tells its shape; the server parses the intent again before anything is bought. */
function isPress(stored: unknown): stored is KeptPress {
  if (typeof stored !== 'object' || stored === null) return false
  const { intent, at, told } = stored as Partial<Record<string, unknown>>
  return typeof intent === 'object' && intent !== null && typeof at === 'number' && typeof told === 'boolean'
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

// Asking for a storage at all can throw where it is forbidden.
const localStore = () => localStorage
const tabStore = () => sessionStorage

function read(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null')
  } catch {
    // Storage can be forbidden, or hold something else: then nothing is remembered, and that is all.
    return null
  }
}

function store(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value))
  } catch {
    // Forbidden or full: the form works on, without a memory.
  }
}
