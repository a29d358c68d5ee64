'use client'

import { useEffect } from 'react'

let shown: string | undefined

/** The account whose mode, prices and balance this page shows; a press names it, so that no other key pays for it. */
export const accountShown = (): string | undefined => shown

/** Tells the page's scripts what the header was drawn for. */
export function AccountShown({ id }: { id: string }) {
  useEffect(() => {
    shown = id
  }, [id])
  return null
}
