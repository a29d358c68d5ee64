import { nearestAlternative } from '@/lib/models/alternative'
import type { ModelOffer } from '@/lib/models/offer'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

interface InsteadOfProps {
  offer: ModelOffer
  models: readonly ModelOffer[]
  onChoose: (model: ModelOffer) => void
}

/** Under a model that is offline or leaves: when, and what to take instead. Nothing under any other. */
export function InsteadOf({ offer, models, onChoose }: InsteadOfProps) {
  const why = reason(offer)
  if (why === null) return null
  const other = nearestAlternative(offer, models)
  return (
    <p className="-mt-1 text-small text-ink-2">
      {why}{' '}
      {other && (
        <button
          type="button"
          onClick={() => onChoose(other)}
          className="relative text-ink underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-2 hover:decoration-ink"
        >
          Use {other.name} instead
        </button>
      )}
    </p>
  )
}

function reason({ offline, deprecation }: ModelOffer): string | null {
  if (offline) return 'This model is offline at Venice.'
  if (!deprecation) return null
  return `Venice takes this model away on ${DAY.format(new Date(deprecation.removesAt ?? deprecation.date))}.`
}
