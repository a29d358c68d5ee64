'use client'

import { Fragment } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Sheet } from '@/components/ui/sheet'

/** What keys do, in words, with what is pressed for it. */
export type KeyTable = readonly [string, readonly string[]][]

interface KeysSheetProps {
  table: KeyTable
  onClose: () => void
}

/** The keys of a page. */
export function KeysSheet({ table, onClose }: KeysSheetProps) {
  return (
    <Sheet
      label="Keys"
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-card p-5"
    >
      <h2 className="font-semibold text-title">Keys</h2>
      <dl className="mt-3 grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {table.map(([what, keys]) => (
          <Fragment key={what}>
            <dt className="text-ink-2">{what}</dt>
            <dd className="flex flex-wrap justify-end gap-1">
              {keys.map((key) => (key === '–' ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>))}
            </dd>
          </Fragment>
        ))}
      </dl>
      <p className="mt-3 text-ink-3 text-small">On a Mac, Cmd in place of Ctrl.</p>
      <div className="mt-4 flex justify-end">
        <Button data-first onClick={onClose}>
          Close
        </Button>
      </div>
    </Sheet>
  )
}
