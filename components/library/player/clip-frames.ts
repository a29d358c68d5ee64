import {
  type FrameClock,
  frameAt,
  frameName,
  framesOf,
  grabFrame,
  showFrame,
  takenAt,
  USUAL_FPS,
} from '@/components/create/media/grab-frame'
import { type Sent, sendFile } from '@/components/create/media/send-file'
import { when } from '@/components/derive/when'
import type { ClipView } from '@/lib/generations/clip-view'

const UNREADABLE = 'This browser could not read the frame. Nothing was kept.'

/** Where the frames of a clip stand. */
export const clockOf = ({ fps, durationMs }: Pick<ClipView, 'fps' | 'durationMs'>): FrameClock => ({
  fps: fps ?? USUAL_FPS,
  seconds: durationMs / 1000,
})

/** Takes the frame that a player shows into the library; it stands still from then on. Never rejects. */
export async function keepShownFrame(video: HTMLVideoElement, clip: ClipView): Promise<Sent> {
  video.pause()
  try {
    return await keep(video, clip, frameAt(video.currentTime, clockOf(clip)))
  } catch {
    return { ok: false, sentence: UNREADABLE }
  }
}

/** Takes the last frame of a clip into the library, wherever its player stands. Never rejects. */
export async function keepLastFrame(clip: ClipView): Promise<Sent> {
  const video = document.createElement('video')
  Object.assign(video, { muted: true, playsInline: true, preload: 'auto' })
  try {
    await when(video, 'loadeddata', () => {
      video.src = clip.src
    })
    const last = framesOf(clockOf(clip)) - 1
    let shown = Promise.resolve()
    await when(video, 'seeked', () => {
      shown = showFrame(video, last, clockOf(clip))
    })
    await shown
    return await keep(video, clip, last)
  } catch {
    return { ok: false, sentence: UNREADABLE }
  } finally {
    video.removeAttribute('src')
    video.load()
  }
}

async function keep(video: HTMLVideoElement, clip: ClipView, frame: number): Promise<Sent> {
  const name = frameName(clip.fileName, frame)
  const takenFrom = { hash: clip.hash, atMs: takenAt(frame, clockOf(clip)) }
  const picture = await grabFrame(video, name)
  return (await sendFile(picture, name, { takenFrom })) ?? { ok: false, sentence: UNREADABLE }
}
