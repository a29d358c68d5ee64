import type { ModelOffer } from '@/lib/models/offer'
import { bySize, isAsSource, secondsOf } from '@/lib/models/scale'

/** The choices of the form that depend on the model. `null`: the model does not take it. */
export interface Choices {
  duration: string
  resolution: string | null
  aspectRatio: string | null
  audio: boolean | null
  upscaleFactor: number | null
}

/** With the one that no price depends on. */
export interface Fitted extends Choices {
  bitrate: 'standard' | 'high' | null
}

type Offered = Pick<ModelOffer, 'durations' | 'resolutions' | 'aspectRatios' | 'upscaleFactors' | 'sound' | 'bitrate'>

const USUAL = { seconds: 5, resolution: '720p', aspectRatio: '16:9', upscaleFactor: 2 }

/** The choices for a model: what was chosen before where the model takes it, the nearest or usual one where not. */
export function fitInput(previous: Fitted | null, offer: Offered): Fitted {
  return {
    duration: nearestDuration(offer.durations, previous?.duration ?? ''),
    resolution: pick(offer.resolutions, [previous?.resolution, USUAL.resolution]),
    aspectRatio: pick(offer.aspectRatios, [previous?.aspectRatio, USUAL.aspectRatio]),
    audio: offer.sound === 'optional' ? (previous?.audio ?? true) : null,
    upscaleFactor: pick(offer.upscaleFactors, [previous?.upscaleFactor, USUAL.upscaleFactor]),
    bitrate: offer.bitrate ? (previous?.bitrate ?? 'standard') : null,
  }
}

/** The choices at which a model costs least: shortest, smallest, silent. Null when its price needs the media itself. */
export function cheapestChoices(offer: Offered): Choices | null {
  const shortest = offer.durations.toSorted((a, b) => seconds(a) - seconds(b))[0]
  // The length of the source decides the price, so there is none to ask for without it.
  if (shortest === undefined || isAsSource(shortest) || offer.upscaleFactors.length > 0) return null
  return {
    duration: shortest,
    resolution: bySize(offer.resolutions)[0] ?? null,
    aspectRatio: pick(offer.aspectRatios, [USUAL.aspectRatio]),
    audio: offer.sound === 'optional' ? false : null,
    upscaleFactor: null,
  }
}

/** Of two equally near, the shorter: it costs less. */
function nearestDuration(offered: readonly string[], wanted: string): string {
  if (offered.includes(wanted)) return wanted
  const target = secondsOf(wanted) ?? USUAL.seconds
  const distance = (duration: string) => Math.abs(seconds(duration) - target)
  return offered.toSorted((a, b) => order(distance(a), distance(b)) || order(seconds(a), seconds(b)))[0] ?? ''
}

const seconds = (duration: string) => secondsOf(duration) ?? Number.POSITIVE_INFINITY

const order = (a: number, b: number) => (a === b ? 0 : a - b)

function pick<T>(offered: readonly T[], wanted: (T | null | undefined)[]): T | null {
  const found = wanted.find((value) => value !== null && value !== undefined && offered.includes(value))
  return found ?? offered[0] ?? null
}
