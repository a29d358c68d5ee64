import type { BoardView, GenerationView } from '@/lib/generations/view'

/** What waits and what was sent, apart. */
export interface Line {
  /** In the order they will go. */
  waiting: GenerationView[]
  /** Newest first. */
  sent: GenerationView[]
  /** Something keeps what waits from going at once: then it is shown as a line, with its places. */
  held: boolean
}

/** So few go out within a moment of each other. */
const A_FEW = 3

export function lineOf({ running, sendingPaused }: Pick<BoardView, 'running' | 'sendingPaused'>): Line {
  const waiting = running.filter(({ state }) => state === 'waiting')
  const sent = running.filter(({ state }) => state !== 'waiting')
  const held = sendingPaused || waiting.length > A_FEW || waiting.some(({ note }) => note !== null)
  return { waiting, sent, held }
}

/** A place in line, in words; 0 goes next. */
export function placeWords(place: number): string {
  return place === 0 ? 'next in line' : `${ordinal(place + 1)} in line`
}

const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

const ordinal = (number: number) => `${number}${ENDINGS[ordinals.select(number)] ?? 'th'}`
