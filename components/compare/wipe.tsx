import type { PointerEvent } from 'react'

interface WipeProps {
  /** How much of the first clip is seen, from the left, 0 to 1. */
  share: number
  onShare: (share: number) => void
}

const STEP = 0.02

/** The line between two clips that lie on each other: dragged, or moved by arrow keys. */
export function Wipe({ share, onShare }: WipeProps) {
  const put = (next: number) => onShare(Math.min(1, Math.max(0, next)))

  function drag(event: PointerEvent<HTMLElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const box = event.currentTarget.parentElement?.getBoundingClientRect()
    if (box) put((event.clientX - box.left) / box.width)
  }

  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label="Wipe"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={`Clip 1 up to ${Math.round(share * 100)} %`}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') put(share - STEP)
        else if (event.key === 'ArrowRight') put(share + STEP)
        else if (event.key === 'Home') put(0)
        else if (event.key === 'End') put(1)
        else return
        event.preventDefault()
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      style={{ left: `${share * 100}%` }}
      className="absolute inset-y-0 flex w-11 -translate-x-1/2 cursor-ew-resize touch-none justify-center"
    >
      <span aria-hidden className="h-full w-0.5 bg-[#f2ede1] shadow-[0_0_0_1px_rgb(6_9_8/.5)]" />
      <span
        aria-hidden
        className="absolute top-1/2 size-6 -translate-y-1/2 rounded-full border-2 border-[#f2ede1] bg-[rgb(6_9_8/.74)]"
      />
    </span>
  )
}
