/** What brings a clip back to the clock. */
export type Correction =
  | { kind: 'none' }
  /** Play faster or slower, by this factor. */
  | { kind: 'nudge'; factor: number }
  | { kind: 'seek' }

/** More than so many frames away it jumps; nearer it is led back without a jump. */
const JUMP_FRAMES = 4
/** A share of the drift is made up in a second, up to this change of speed. */
const EAGER = 3
const MOST = 0.2

/**
 * How a clip that is `drift` seconds ahead of the clock (behind: negative) comes back to it. Half a frame is nothing.
 * @param frame the length of one of its frames, seconds
 */
export function correct(drift: number, frame: number): Correction {
  const away = Math.abs(drift)
  if (away < frame / 2) return { kind: 'none' }
  if (away > frame * JUMP_FRAMES) return { kind: 'seek' }
  const change = Math.min(MOST, away * EAGER)
  return { kind: 'nudge', factor: drift > 0 ? 1 - change : 1 + change }
}
