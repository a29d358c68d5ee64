import { when } from '@/components/derive/when'
import { BLACK, POSTER_PLACES, posterSize } from '@/lib/media/sizes'
import type { UnderivedClip } from '@/lib/media/underived'

/** The first of three frames that is not black, as WebP; as JPEG where the browser cannot write WebP. @throws Error */
export async function makePoster(clip: UnderivedClip): Promise<Blob> {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.preload = 'auto'
  try {
    await when(video, 'loadeddata', () => {
      video.src = clip.src
    })
    return await encode(await chooseFrame(video, clip))
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

async function chooseFrame(video: HTMLVideoElement, clip: UnderivedClip): Promise<HTMLCanvasElement> {
  let chosen: HTMLCanvasElement | undefined
  for (const place of POSTER_PLACES) {
    const frame = await frameAt(video, clip, place)
    if (!chosen || brightness(frame) > brightness(chosen)) chosen = frame
    if (brightness(chosen) >= BLACK) break
  }
  if (!chosen) throw new Error('The clip has no frame.')
  return chosen
}

async function frameAt(video: HTMLVideoElement, clip: UnderivedClip, place: number): Promise<HTMLCanvasElement> {
  await when(video, 'seeked', () => {
    video.currentTime = (clip.durationMs / 1000) * place
  })
  const { width, height } = posterSize(clip)
  return draw(video, width, height)
}

function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  contextOf(canvas).drawImage(source, 0, 0, width, height)
  return canvas
}

/** The mean of the brightest channel, 0 to 255, measured on a stamp of the picture. */
function brightness(canvas: HTMLCanvasElement): number {
  const side = 16
  const { data: pixels } = contextOf(draw(canvas, side, side)).getImageData(0, 0, side, side)
  const sums = [0, 0, 0]
  for (const [at, value] of pixels.entries()) {
    const channel = at % 4
    if (channel < 3) sums[channel] = (sums[channel] ?? 0) + value
  }
  return Math.max(...sums) / side ** 2
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser cannot draw.')
  return context
}

async function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const mime of ['image/webp', 'image/jpeg']) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mime, 0.85))
    if (blob?.type === mime) return blob
  }
  throw new Error('This browser cannot write pictures.')
}
