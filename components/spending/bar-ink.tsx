import type { BarPart } from '@/components/spending/bar-words'

const HELD = 'spending-held'
const RISK = 'spending-risk'

/** What a part of a bar is filled with. */
export function fillOf(ink: BarPart['ink']): string {
  if (ink === 'held') return `url(#${HELD})`
  if (ink === 'risk') return `url(#${RISK})`
  return `var(--chart-${ink})`
}

/** The hatches of money that is not certain, for use inside an SVG. */
export function Hatches() {
  return (
    <defs>
      <Hatch id={HELD} colour="var(--state-still)" />
      <Hatch id={RISK} colour="var(--state-risk)" />
    </defs>
  )
}

function Hatch({ id, colour }: { id: string; colour: string }) {
  return (
    <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="2" height="4" fill={colour} />
    </pattern>
  )
}

/** The same as a small square beside its name. */
export function PartSwatch({ ink }: { ink: BarPart['ink'] }) {
  if (ink === 'held' || ink === 'risk') {
    return (
      <span aria-hidden className={`size-2.5 shrink-0 rounded-[2px] ${ink === 'held' ? 'hatch-held' : 'hatch-risk'}`} />
    )
  }
  return <span aria-hidden className="size-2.5 shrink-0 rounded-[2px]" style={{ background: `var(--chart-${ink})` }} />
}
