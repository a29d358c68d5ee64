import type { TakenFrom } from '@/lib/library/taken-from'

/** A frame of a clip as a picture, and which one it is. */
export interface GrabbedFrame {
  picture: File
  takenFrom: TakenFrom
}

/** Where a clip's frames stand on its clock. */
export interface FrameClock {
  /** Frames a second. */
  fps: number
  /** Length, seconds. */
  seconds: number
}

/** For clips whose rate nobody has read. */
export const USUAL_FPS = 30

/** How many frames a clip has. */
export function framesOf({ fps, seconds }: FrameClock): number {
  return Math.max(1, Math.round(fps * seconds))
}

/** The middle of a frame, in seconds: a clock read a little off still falls into it. The first is 0. */
export function timeOfFrame(frame: number, clock: FrameClock): number {
  return Math.min(clock.seconds, (Math.min(frame, framesOf(clock) - 1) + 0.5) / clock.fps)
}

/** The frame that is shown at a moment, in seconds, counted from 0. */
export function frameAt(seconds: number, clock: FrameClock): number {
  // A clock read a hair before the frame begins still means that frame.
  const frame = Math.floor(seconds * clock.fps + 0.01)
  return Math.min(framesOf(clock) - 1, Math.max(0, frame))
}

/** Where a frame was taken, ms: whole, and within the clip. */
export function takenAt(frame: number, clock: FrameClock): number {
  return Math.min(Math.round(timeOfFrame(frame, clock) * 1000), Math.floor(clock.seconds * 1000))
}

/** Longer than any browser takes to draw what it has found, ms. */
const DRAWN_MS = 1000

/**
 * Brings a paused video to a frame, until it shows it: it has found the frame before it has drawn it, and what it showed
 * before may be drawn meanwhile. Not to be called while it looks for another one.
 */
export async function showFrame(video: HTMLVideoElement, frame: number, clock: FrameClock): Promise<void> {
  const at = timeOfFrame(frame, clock)
  const drawn = new Promise<void>((resolve) => {
    const look = (_now: number, { mediaTime }: { mediaTime: number }) => {
      if (Math.abs(mediaTime - at) < 1 / clock.fps) resolve()
      else video.requestVideoFrameCallback(look)
    }
    video.requestVideoFrameCallback?.(look)
  })
  const found = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }))
  video.currentTime = at
  await found
  await Promise.race([drawn, new Promise((resolve) => setTimeout(resolve, DRAWN_MS))])
}

/**
 * What a paused video shows, as a PNG of its own size.
 * @throws Error when this browser cannot draw it
 */
export async function grabFrame(video: HTMLVideoElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw.')
  context.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('This browser cannot write pictures.')
  return new File([blob], name, { type: 'image/png' })
}

/** A frame's file name: `harbour frame 48.png`, counted from 1 as people do. */
export function frameName(clip: string, frame: number): string {
  return `${clip.replace(/\.[a-z0-9]{2,4}$/i, '')} frame ${frame + 1}.png`
}
