'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { newId } from '@/components/create/new-id'
import { UnderWayLine } from '@/components/library/archive/under-way-line'
import { type ButtonLook, buttonClass } from '@/components/ui/button'

interface DownloadClipsProps extends ButtonLook {
  /** Of generations that have clips. */
  ids: readonly string[]
  /** null: the account in use. */
  account?: string | null
  /** Without how they were made in their metadata. */
  clean?: boolean
  children?: React.ReactNode
  /** Of the button, in place of its usual look. */
  className?: string
}

/**
 * Saves clips as one archive that is made while it is sent, and says how far it is. A form, since an address can't hold
 * a thousand ids; the page stays where it is, since the answer is only to be saved.
 */
export function DownloadClips({
  ids,
  account = null,
  clean = false,
  children = 'Download',
  className,
  ...look
}: DownloadClipsProps) {
  const [name, setName] = useState<string | null>(null)
  return (
    <form
      method="post"
      action="/api/library/download"
      onSubmit={(event) => {
        const next = newId()
        setName(next)
        const field = event.currentTarget.elements.namedItem('name')
        if (field instanceof HTMLInputElement) field.value = next
      }}
      className="flex flex-wrap items-center gap-3"
    >
      <input type="hidden" name="ids" value={ids.join(',')} />
      <input type="hidden" name="name" defaultValue="" />
      {account !== null && <input type="hidden" name="account" value={account} />}
      {clean && <input type="hidden" name="clean" value="1" />}
      <button type="submit" disabled={ids.length === 0} className={className ?? buttonClass(look)}>
        <Download aria-hidden size={14} strokeWidth={1.5} />
        {children}
      </button>
      <UnderWayLine name={name} />
    </form>
  )
}
