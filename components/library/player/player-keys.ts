import type { RefObject } from 'react'
import type { FrameClock } from '@/components/create/media/grab-frame'
import { seekTo, stepFrames, toggleLoop, togglePlay } from '@/components/library/player/player-verbs'
import type { KeyVerbs } from '@/components/library/use-page-keys'

const STEP_SECONDS = 1

/** Space plays and pauses, the arrows step a second, comma and full stop a frame; L loops. */
export function playerKeys(ref: RefObject<HTMLVideoElement | null>, clock: FrameClock): KeyVerbs {
  const tell = (verb: (video: HTMLVideoElement) => void) => () => ref.current && verb(ref.current)
  return {
    ' ': tell(togglePlay),
    ArrowLeft: tell((video) => seekTo(video, video.currentTime - STEP_SECONDS)),
    ArrowRight: tell((video) => seekTo(video, video.currentTime + STEP_SECONDS)),
    ',': tell((video) => stepFrames(video, clock, -1)),
    '.': tell((video) => stepFrames(video, clock, 1)),
    l: tell(toggleLoop),
  }
}
