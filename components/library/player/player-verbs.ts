import { type FrameClock, frameAt, framesOf, timeOfFrame } from '@/components/create/media/grab-frame'

export function togglePlay(video: HTMLVideoElement) {
  if (video.paused) void video.play()
  else video.pause()
}

export function toggleMute(video: HTMLVideoElement) {
  video.muted = !video.muted
}

// Changing `loop` makes no event of its own: the bar is told by one that does no harm.
export function toggleLoop(video: HTMLVideoElement) {
  video.loop = !video.loop
  video.dispatchEvent(new Event('ratechange'))
}

export function setRate(video: HTMLVideoElement, rate: number) {
  video.playbackRate = rate
}

export function seekTo(video: HTMLVideoElement, seconds: number) {
  video.currentTime = seconds
}

/** Goes on by so many frames, or back, and stands there. */
export function stepFrames(video: HTMLVideoElement, clock: FrameClock, by: number) {
  video.pause()
  const to = Math.min(framesOf(clock) - 1, Math.max(0, frameAt(video.currentTime, clock) + by))
  seekTo(video, timeOfFrame(to, clock))
}

/** The frame, not the video alone, so that the same controls are there. */
export function toggleFullScreen(frame: HTMLElement) {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void frame.requestFullscreen()
}
