'use client'

import { useEffect, useRef, useState } from 'react'
import type { LibraryClip } from '@/lib/library/view'

const DELAY_MS = 250

/** Shows a preview once the mouse has rested for a moment; never for a finger, nor for who asked for less motion. */
export function useHoverPreview() {
  const [shown, setShown] = useState(false)
  const timer = useRef<number>(undefined)
  const leave = () => {
    window.clearTimeout(timer.current)
    setShown(false)
  }
  const enter = () => {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setShown(true), DELAY_MS)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return { shown, enter, leave }
}

/** The clip itself over its poster, muted and looping, with a line that says how far it is. */
export function HoverPreview({ clip, onFailed }: { clip: Pick<LibraryClip, 'src' | 'preview'>; onFailed: () => void }) {
  const [share, setShare] = useState(0)
  return (
    <>
      <video
        src={clip.preview ?? clip.src}
        muted
        loop
        autoPlay
        playsInline
        aria-hidden
        tabIndex={-1}
        onTimeUpdate={({ currentTarget: { currentTime, duration } }) =>
          setShare(duration > 0 ? currentTime / duration : 0)
        }
        onError={onFailed}
        className="absolute inset-0 size-full object-cover"
      />
      <span aria-hidden className="absolute inset-x-0 bottom-0 h-0.5 bg-[rgb(6_9_8/.5)]">
        <span className="block h-full bg-[#f2ede1]" style={{ width: `${share * 100}%` }} />
      </span>
    </>
  )
}
