export type Ink = 'charged' | 'held' | 'risk' | 'none'

const INKS: Record<Ink, string> = {
  charged: 'bg-bar-charged',
  held: 'hatch-held',
  risk: 'hatch-risk',
  none: 'border border-ink-3',
}

/** A small square of what a bar is drawn in; the words stand beside it. */
export function Swatch({ ink }: { ink: Ink }) {
  return <span aria-hidden className={`inline-block size-2.5 shrink-0 rounded-[2px] ${INKS[ink]}`} />
}
