import { KIND_LABELS } from '@/lib/models/describe'
import type { ModelKind, ModelOffer, PriceHint } from '@/lib/models/offer'
import { linesOf, secondsOf } from '@/lib/models/scale'

export type ModelSort = 'cheapest' | 'newest' | 'name'

/** What the picker asks for. Left out or empty: does not matter. */
export interface ModelWishes {
  /** Words in any order: name, maker, id, or what it should take. */
  words?: string
  kinds?: readonly ModelKind[]
  withSound?: boolean
  privateOnly?: boolean
  /** At least this many seconds can be had. */
  minSeconds?: number
  /** At least this many lines can be had: 1080 for 1080p or more. */
  minLines?: number
  /** µUSD at the model's cheapest; a model whose price is not known yet does not pass. */
  maxMicroUsd?: number
  sort?: ModelSort
}

/**
 * The models that meet every wish, in the order asked for; those that cannot be used (offline) come last, and the one
 * whose whole id was typed comes first.
 */
export function searchModels(
  models: readonly ModelOffer[],
  wishes: ModelWishes,
  prices: readonly PriceHint[] = [],
): ModelOffer[] {
  const price = cheapestOf(prices)
  const named = (model: ModelOffer) => Number(model.id === wishes.words?.trim())
  const order = inOrder(wishes.sort ?? 'cheapest', price)
  return models.filter((model) => meets(model, wishes, price)).sort((a, b) => named(b) - named(a) || order(a, b))
}

/** The lowest known price of each model, µUSD by model id. */
export function cheapestOf(prices: readonly PriceHint[]): ReadonlyMap<string, number> {
  const lowest = new Map<string, number>()
  for (const { modelId, microUsd } of prices) {
    lowest.set(modelId, Math.min(microUsd, lowest.get(modelId) ?? Number.POSITIVE_INFINITY))
  }
  return lowest
}

function meets(model: ModelOffer, wishes: ModelWishes, price: ReadonlyMap<string, number>): boolean {
  const { kinds = [], minSeconds = 0, minLines = 0, maxMicroUsd } = wishes
  return (
    hasWords(model, wishes.words ?? '') &&
    (kinds.length === 0 || kinds.includes(model.kind)) &&
    (!wishes.withSound || model.sound !== 'none') &&
    (!wishes.privateOnly || model.privacy === 'private') &&
    (minSeconds === 0 || model.durations.some((duration) => (secondsOf(duration) ?? 0) >= minSeconds)) &&
    (minLines === 0 || model.resolutions.some((resolution) => (linesOf(resolution) ?? 0) >= minLines)) &&
    (maxMicroUsd === undefined || (price.get(model.id) ?? Number.POSITIVE_INFINITY) <= maxMicroUsd)
  )
}

function hasWords(model: ModelOffer, words: string): boolean {
  const hay = plain([model.name, model.id, KIND_LABELS[model.kind], ...model.needs, ...model.takes].join(' '))
  return plain(words)
    .split(' ')
    .every((word) => hay.includes(word))
}

/** `Veo 3.1` and `veo-3-1` are the same to a person who searches. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function inOrder(sort: ModelSort, price: ReadonlyMap<string, number>) {
  const cost = (model: ModelOffer) => price.get(model.id) ?? Number.POSITIVE_INFINITY
  return (a: ModelOffer, b: ModelOffer): number => {
    const name = a.name.localeCompare(b.name, 'en', { numeric: true }) || a.id.localeCompare(b.id)
    const wanted = { name, cheapest: compare(cost(a), cost(b)), newest: (b.createdAt ?? 0) - (a.createdAt ?? 0) }[sort]
    return Number(a.offline) - Number(b.offline) || wanted || name
  }
}

// Infinity minus itself is no number.
const compare = (a: number, b: number) => (a === b ? 0 : a - b)
