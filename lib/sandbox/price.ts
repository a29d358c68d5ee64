import type { SandboxModel } from './catalogue'
import type { QueueRequest, QuoteRequest } from './rules/schema'

/** Length taken for `Auto`, for source-matched durations and for each reference clip: the sandbox reads no footage. */
export const ASSUMED_SECONDS = 5

/** A transcription costs this, whatever its length (µUSD). */
export const TRANSCRIPTION_MICRO_USD = 12_500

/** The inputs a price depends on, the same for a quote and for a charge. */
export interface Priced {
  duration: string
  resolution?: string
  upscaleFactor?: number
  audio?: boolean
  referenceSeconds: number
}

/** Whole µUSD. `factor` is the market: the control path moves it to make prices change under a client's feet. */
export function priceOf(model: SandboxModel, asked: Priced, factor: number): number {
  const { terms, abilities, entry } = model
  const { resolutions, audio_configurable } = entry.model_spec.constraints
  const resolution = abilities.upscale ? `${asked.upscaleFactor ?? 2}x` : (asked.resolution ?? resolutions[0] ?? '')
  const rate = terms.perSecond * (terms.byResolution?.[resolution] ?? 1)
  const sound = audio_configurable && asked.audio !== false ? (terms.withAudio ?? 1) : 1
  const reference = (terms.perReferenceSecond ?? 0) * asked.referenceSeconds
  const price = ((terms.base ?? 0) + rate * secondsOf(asked.duration) * sound + reference) * factor
  return Math.max(1, Math.round(price))
}

/** Seconds of output; `Auto`, `auto`, `-1` and `1 gen` are taken for the assumed length. */
export function secondsOf(duration: string): number {
  return /^\d+s$/.test(duration) ? Number.parseInt(duration, 10) : ASSUMED_SECONDS
}

export function pricedByQuote(body: QuoteRequest): Priced {
  return { ...pricedShape(body), referenceSeconds: body.reference_video_total_duration ?? 0 }
}

export function pricedByQueue(body: QueueRequest): Priced {
  return { ...pricedShape(body), referenceSeconds: (body.reference_video_urls?.length ?? 0) * ASSUMED_SECONDS }
}

function pricedShape(body: QuoteRequest) {
  return {
    duration: body.duration,
    resolution: body.resolution,
    upscaleFactor: body.upscale_factor,
    audio: body.audio,
  }
}
