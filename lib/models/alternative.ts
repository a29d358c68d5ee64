import type { ModelOffer, PriceHint } from '@/lib/models/offer'
import { cheapestOf } from '@/lib/models/search'

/**
 * The model to take instead of one that is offline or leaves: of the same kind, there and staying; the one whose name
 * is likest, among equals the one whose price is nearest. Null when there is none.
 */
export function nearestAlternative(
  gone: ModelOffer,
  models: readonly ModelOffer[],
  prices: readonly PriceHint[] = [],
): ModelOffer | null {
  const price = cheapestOf(prices)
  const away = ({ id }: ModelOffer) => Math.abs((price.get(id) ?? Number.MAX_SAFE_INTEGER) - (price.get(gone.id) ?? 0))
  const staying = models.filter(
    (model) => model.id !== gone.id && model.kind === gone.kind && !model.offline && model.deprecation === null,
  )
  const likest = staying.toSorted((a, b) => likeness(b, gone) - likeness(a, gone) || away(a) - away(b))
  return likest[0] ?? null
}

/** How many words the two names share. */
function likeness(one: ModelOffer, other: ModelOffer): number {
  const words = new Set(wordsOf(one))
  return wordsOf(other).filter((word) => words.has(word)).length
}

const wordsOf = ({ name }: ModelOffer) =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
