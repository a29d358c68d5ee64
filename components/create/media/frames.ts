import { KEYFRAME_RATE, type KeyframeInput } from '@/lib/generations/media-input'
import { secondsOf } from '@/lib/models/scale'

/** The last frame a keyframe may stand on (`QueueVideoRequest.keyframes`); a length in words is taken for 5 s. */
export function lastFrame(duration: string): number {
  return (secondsOf(duration) ?? 5) * KEYFRAME_RATE
}

/** Where the next keyframe goes: the first at the beginning, each other a second after the latest. */
export function freeFrame(keyframes: readonly Pick<KeyframeInput, 'frame'>[]): number {
  return keyframes.length === 0 ? 0 : Math.max(...keyframes.map(({ frame }) => frame)) + KEYFRAME_RATE
}

/** How far a key moves a keyframe: arrows by one frame, Page keys by a second; null for other keys. */
export function frameAfterKey(key: string, frame: number, last: number): number | null {
  const within = (to: number) => Math.min(last, Math.max(0, to))
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(frame - 1)
    case 'ArrowRight':
    case 'ArrowUp':
      return within(frame + 1)
    case 'PageDown':
      return within(frame - KEYFRAME_RATE)
    case 'PageUp':
      return within(frame + KEYFRAME_RATE)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
