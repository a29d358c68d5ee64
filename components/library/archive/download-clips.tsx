'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { newId } from '@/components/create/new-id'
import { OTHER_DOWNLOAD, OtherDownloads } from '@/components/library/archive/other-downloads'
import { UnderWayLine } from '@/components/library/archive/under-way-line'
import { type ButtonLook, buttonClass } from '@/components/ui/button'

interface DownloadClipsProps extends ButtonLook {
  /** Of generations that have clips. */
  ids: readonly string[]
  /** null: the account in use. */
  account?: string | null
  children?: React.ReactNode
  /** Of the button, in place of its usual look. */
  className?: string
}

const WORDS = 'The clips as they came, byte for byte. The list beside them still says how each was made.'

// On the phone it stands over the bar, as wide as that.
const UNDER_WAY =
  'max-md:absolute max-md:inset-x-2 max-md:bottom-full max-md:mb-2 max-md:rounded-card max-md:bg-popover max-md:not-empty:p-3 max-md:not-empty:shadow-popover'

// On the phone the bar has no room for it.
const OTHERS =
  'grid h-9 w-7 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-surface-3 hover:text-ink max-md:hidden'

/**
 * Saves clips as one archive that is made while it is sent, and says how far it is. A form, since an address can't hold
 * a thousand ids; the page stays where it is, since the answer is only to be saved.
 */
export function DownloadClips({ ids, account = null, children = 'Download', className, ...look }: DownloadClipsProps) {
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
      className="flex flex-wrap items-center gap-x-3"
    >
      <input type="hidden" name="ids" value={ids.join(',')} />
      {/* Without a value of React's: rendering again would put it back before the form is read. */}
      <input type="hidden" name="name" />
      {account !== null && <input type="hidden" name="account" value={account} />}
      <span className="flex items-center max-md:w-full">
        <button type="submit" disabled={ids.length === 0} className={className ?? buttonClass(look)}>
          <Download aria-hidden size={14} strokeWidth={1.5} />
          {children}
        </button>
        {ids.length > 0 && (
          <OtherDownloads triggerClass={OTHERS} words={WORDS}>
            {(close) => (
              <button type="submit" name="clean" value="1" onClick={close} className={OTHER_DOWNLOAD}>
                <Download aria-hidden size={14} strokeWidth={1.5} />
                Download without metadata
              </button>
            )}
          </OtherDownloads>
        )}
      </span>
      <UnderWayLine name={name} className={UNDER_WAY} />
    </form>
  )
}
