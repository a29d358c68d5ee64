import { useEffect, useState, useSyncExternalStore } from 'react'
import { type ClockState, CompareClock } from '@/components/compare/clock'
import { clockOf } from '@/components/library/player/clip-frames'
import type { ClipView } from '@/lib/generations/clip-view'

/** One clock for the clips of a page; `setVideo` tells it where each is shown. */
export function useCompareClock(clips: readonly ClipView[]) {
  const [clock] = useState(() => new CompareClock())
  const [videos] = useState(() => new Map<number, HTMLVideoElement>())
  const state = useSyncExternalStore<ClockState>(clock.subscribe, clock.read, clock.read)
  useEffect(() => {
    const shown = clips.flatMap((clip, at) => {
      const video = videos.get(at)
      return video ? [{ video, ...clockOf(clip) }] : []
    })
    clock.hold(shown)
    return () => clock.stop()
  }, [clock, clips, videos])
  const setVideo = (at: number, video: HTMLVideoElement | null) => {
    if (video) videos.set(at, video)
    else videos.delete(at)
  }
  const length = Math.max(...clips.map((clip) => clockOf(clip).seconds))
  return { clock, state, length, setVideo }
}
