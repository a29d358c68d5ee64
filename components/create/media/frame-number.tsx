import { useState } from 'react'

interface FrameNumberProps {
  name: string
  frame: number
  onFrame: (frame: number) => void
}

/** A frame's number, typed: taken over as soon as it is one. */
export function FrameNumber({ name, frame, onFrame }: FrameNumberProps) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <input
      inputMode="numeric"
      aria-label={name}
      value={draft ?? String(frame)}
      onChange={({ target: { value } }) => {
        setDraft(value)
        if (/^\d{1,5}$/.test(value.trim())) onFrame(Number(value))
      }}
      onBlur={() => setDraft(null)}
      className="h-7 w-14 rounded-control border border-control-line bg-surface-2 px-2 text-body max-md:h-11 max-md:text-touch"
    />
  )
}
