import type { CompareClock } from '@/components/compare/clock'
import type { KeyVerbs } from '@/components/library/use-page-keys'

interface Desk {
  clock: CompareClock
  /** How many clips there are. */
  count: number
  choose: (at: number) => void
  keep: () => void
  reject: () => void
  hear: () => void
  /** undefined where two are too few or too many for it. */
  wipe: (() => void) | undefined
}

/** The keys of a comparison: what `KeyHints` says. */
export function compareKeys({ clock, count, choose, keep, reject, hear, wipe }: Desk): KeyVerbs {
  const numbers = Array.from({ length: count }, (_, at) => [String(at + 1), () => choose(at)] as const)
  return {
    ...Object.fromEntries(numbers),
    ' ': () => clock.toggle(),
    ArrowLeft: () => clock.seek(clock.state.seconds - 1),
    ArrowRight: () => clock.seek(clock.state.seconds + 1),
    ',': () => clock.step(-1),
    '.': () => clock.step(1),
    k: keep,
    x: reject,
    Delete: reject,
    s: hear,
    l: () => clock.loop(!clock.state.looping),
    w: wipe,
  }
}
