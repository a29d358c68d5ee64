import type { SandboxModel } from '../catalogue'
import { outputSeconds } from '../price'
import { contentOf } from '../rules/content'
import { imageSize } from '../rules/image-size'
import { mediaOf } from '../rules/media-list'
import type { QueueRequest } from '../rules/schema'
import { sha256 } from '../seed'
import type { FootageOrder } from './order'

const WIDEST = 21 / 9
const DEFAULT_SHORT_SIDE = 720
/** The upscaler takes every source for this tall, since it reads none. */
const UPSCALE_SOURCE_SHORT_SIDE = 540

/** What follows a longer source ends here: minutes of footage would take minutes to make. */
const MOST_SECONDS = 30

/** The clip a queue request asks for: true pixels, true length (up to half a minute), sound where the model has it. */
export function footageFor(model: SandboxModel, body: QueueRequest): FootageOrder {
  const { audio, audio_configurable, audio_input } = model.entry.model_spec.constraints
  const media = mediaOf(body).map((medium) => sha256(medium.url))
  return {
    prompt: body.prompt,
    take: [model.entry.id, ...media].join(' '),
    ...pixels(shortSide(model, body), aspect(body)),
    seconds: Math.min(outputSeconds(body), MOST_SECONDS),
    sound: (audio_configurable ? body.audio !== false : audio) || (audio_input && body.audio_url !== undefined),
  }
}

function shortSide(model: SandboxModel, body: QueueRequest): number {
  if (model.abilities.upscale) return UPSCALE_SOURCE_SHORT_SIDE * (body.upscale_factor ?? 2)
  const asked = body.resolution ?? model.entry.model_spec.constraints.resolutions[0]
  if (asked === '4k') return 2160
  if (asked === '2K') return 1440
  return Number(asked?.match(/\d{3,}/)?.[0] ?? DEFAULT_SHORT_SIDE)
}

/** Width over height: as asked, else as the start picture is, else 16:9. */
function aspect(body: QueueRequest): number {
  const named = body.aspect_ratio?.match(/^(\d+):(\d+)$/)
  if (named) return Number(named[1]) / Number(named[2])
  const picture = body.image_url === undefined ? undefined : contentOf(body.image_url)
  const size = picture && imageSize(picture.bytes)
  if (!size || size.width === 0 || size.height === 0) return 16 / 9
  return Math.min(WIDEST, Math.max(1 / WIDEST, size.width / size.height))
}

function pixels(short: number, ratio: number): { width: number; height: number } {
  const long = even(short * Math.max(ratio, 1 / ratio))
  return ratio >= 1 ? { width: long, height: even(short) } : { width: even(short), height: long }
}

/** H.264 with 4:2:0 colour wants even sides. */
const even = (length: number) => 2 * Math.round(length / 2)
