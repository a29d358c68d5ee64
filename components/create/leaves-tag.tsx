import type { ModelOffer } from '@/lib/models/offer'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** When a deprecated model goes. */
export function LeavesTag({ offer }: { offer: ModelOffer }) {
  if (!offer.deprecation) return null
  const { date, removesAt } = offer.deprecation
  return (
    <span className="shrink-0 rounded-small border border-state-risk/60 px-1.5 text-caption text-state-risk">
      Leaves {DAY.format(new Date(removesAt ?? date))}
    </span>
  )
}
