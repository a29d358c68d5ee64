'use client'

import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'

interface PopoverProps {
  /** The accessible name of what opens. */
  label: string
  /** What the button shows. */
  trigger: ReactNode
  /** The button's own name where what it shows is not enough. */
  triggerLabel?: string
  triggerClass: string
  className?: string
  children: (close: () => void) => ReactNode
}

/**
 * A button, and what opens under it: at the foot of the screen on a phone. The browser closes it on Esc and on a click
 * elsewhere. What is inside is only made while it is open.
 */
export function Popover({ label, trigger, triggerLabel, triggerClass, className = 'w-64', children }: PopoverProps) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  useFirstFocus(panel, open)
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={triggerLabel}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => placeUnder(currentTarget, panel.current)}
        className={triggerClass}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        className={`fixed m-0 max-h-[min(28rem,70dvh)] overflow-y-auto overscroll-contain rounded-card bg-popover p-2 text-body text-ink shadow-popover max-md:inset-x-0 max-md:top-auto max-md:bottom-0 max-md:w-full max-md:rounded-b-none max-md:pb-[calc(0.5rem+env(safe-area-inset-bottom))] md:top-(--top) md:bottom-(--bottom) md:left-(--left) md:max-w-[calc(100vw-2rem)] ${className}`}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </>
  )
}

const MARGIN = 16
const GAP = 4
const LEAST_ROOM = 240

/** A popover stands in the middle of the page unless it is told where its button is. */
function placeUnder(button: HTMLElement, panel: HTMLElement | null): void {
  if (panel === null) return
  const { left, top, bottom } = button.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const width = Number.parseFloat(getComputedStyle(panel).width) || 256
  panel.style.setProperty('--left', `${Math.max(MARGIN, Math.min(left, clientWidth - width - MARGIN))}px`)
  const above = clientHeight - bottom < LEAST_ROOM && top > clientHeight - bottom
  panel.style.setProperty('--top', above ? 'auto' : `${bottom + GAP}px`)
  panel.style.setProperty('--bottom', above ? `${clientHeight - top + GAP}px` : 'auto')
}

/** The keyboard goes on inside; on a touch screen that would open its keyboard. */
function useFirstFocus(panel: RefObject<HTMLElement | null>, open: boolean): void {
  useLayoutEffect(() => {
    if (!open || window.matchMedia('(pointer: coarse)').matches) return
    panel.current?.querySelector<HTMLElement>('input:checked, input, button')?.focus()
  }, [panel, open])
}
