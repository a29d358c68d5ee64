import type { SandboxModel } from './catalogue'
import { secondsAt } from './rules/content'
import type { QueueRequest, QuoteRequest } from './rules/schema'

/** Length taken where none can be read: of what is behind an address, and for durations that name none. Seconds. */
export const ASSUMED_SECONDS = 5

/** A transcription costs this, whatever its length (µUSD). */
export const TRANSCRIPTION_MICRO_USD = 12_500

/** The inputs a price depends on, the same for a quote and for a charge. */
export interface Priced {
  /** Of output. */
  seconds: number
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
  const price = ((terms.base ?? 0) + rate * asked.seconds * sound + reference) * factor
  return Math.max(1, Math.round(price))
}

/** What a quote is told: the source itself, and how long the reference videos are together. */
export function pricedByQuote(body: QuoteRequest): Priced {
  const { reference_video_total_duration: referenceSeconds = 0, video_url: video } = body
  const source = referenceSeconds > 0 ? referenceSeconds : video === undefined ? undefined : secondsAt(video)
  return { ...pricedShape(body), seconds: secondsOf(body.duration, source), referenceSeconds }
}

/** What a job costs: its media are there, and their true lengths count. */
export function pricedByQueue(body: QueueRequest): Priced {
  const referenceSeconds = referenceSecondsOf(body)
  return { ...pricedShape(body), seconds: outputSeconds(body), referenceSeconds }
}

/** How long the clip of a job becomes. */
export function outputSeconds(body: QueueRequest): number {
  if (body.reference_video_urls?.length) return secondsOf(body.duration, referenceSecondsOf(body))
  return secondsOf(body.duration, body.video_url === undefined ? undefined : secondsAt(body.video_url))
}

function referenceSecondsOf({ reference_video_urls: urls = [] }: QueueRequest): number {
  const total = urls.reduce((sum, url) => sum + (secondsAt(url) ?? ASSUMED_SECONDS), 0)
  return Math.round(total * 1000) / 1000
}

/** `Auto`, `auto`, `-1` and `1 gen` follow the source. */
function secondsOf(duration: string, source: number = ASSUMED_SECONDS): number {
  return /^\d+s$/.test(duration) ? Number.parseInt(duration, 10) : source
}

function pricedShape(body: QuoteRequest) {
  return { resolution: body.resolution, upscaleFactor: body.upscale_factor, audio: body.audio }
}
