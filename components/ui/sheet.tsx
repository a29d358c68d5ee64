'use client'

import { type ReactNode, useLayoutEffect, useRef } from 'react'

interface SheetProps {
  /** The dialog's accessible name. */
  label: string
  id?: string
  onClose: () => void
  children: ReactNode
  className?: string
}

/**
 * A native modal dialog, open while it is mounted: the browser keeps focus inside, closes it on Esc and gives focus back.
 * The keyboard begins at the first control, or at the one that is marked `data-first`.
 */
export function Sheet({ label, id, onClose, children, className }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null)
  // A layout effect, because focus can only go back while the dialog is still in the page.
  useLayoutEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it too, by the browser
    <dialog
      ref={ref}
      id={id}
      aria-label={label}
      onClose={(event) => {
        if (!event.currentTarget.open) onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className={`enter m-0 max-h-none max-w-none bg-popover text-ink shadow-popover ${className ?? ''}`}
    >
      {children}
    </dialog>
  )
}
