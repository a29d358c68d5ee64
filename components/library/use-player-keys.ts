import { type RefObject, useEffect } from 'react'
import { seekTo, togglePlay } from '@/components/library/player-verbs'

const STEP_SECONDS = 1

/** Space plays and pauses, the arrows step a second, wherever on the page no other control is being used. */
export function usePlayerKeys(ref: RefObject<HTMLVideoElement | null>) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const video = ref.current
      if (video === null || event.metaKey || event.ctrlKey || event.altKey || isControl(event.target)) return
      if (event.key === ' ') togglePlay(video)
      else if (event.key === 'ArrowLeft') seekTo(video, video.currentTime - STEP_SECONDS)
      else if (event.key === 'ArrowRight') seekTo(video, video.currentTime + STEP_SECONDS)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [ref])
}

const CONTROLS = 'a, button, input:not([type=range]), select, textarea, summary, dialog, [contenteditable]'

const isControl = (target: EventTarget | null) => target instanceof Element && target.closest(CONTROLS) !== null
