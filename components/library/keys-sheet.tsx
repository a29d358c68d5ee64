'use client'

import { Fragment } from 'react'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { Sheet } from '@/components/ui/sheet'

const KEYS: readonly [string, readonly string[]][] = [
  ['Go from clip to clip', ['←', '→', '↑', '↓']],
  ['First and last clip', ['Home', 'End']],
  ['A screen up or down', ['Page up', 'Page down']],
  ['Look at it, and back', ['Space']],
  ['Open it', ['Enter']],
  ['Select it, or not', ['X']],
  ['Select up to there', ['Shift', '←', '→', '↑', '↓']],
  ['Select all', ['Ctrl', 'A']],
  ['Star', ['F']],
  ['Rate; 0 takes the rating off', ['1', '–', '5', '0']],
  ['Details', ['I']],
  ['Compare 2 to 4 selected clips', ['C']],
  ['Delete', ['Delete']],
  ['Take back what was moved, tagged or deleted', ['Ctrl', 'Z']],
  ['Let go of the selection', ['Esc']],
  ['Search', ['/']],
  ['These keys', ['?']],
]

/** The keys of the library. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      label="Keys"
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-card p-5"
    >
      <h2 className="font-semibold text-title">Keys</h2>
      <dl className="mt-3 grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        {KEYS.map(([what, keys]) => (
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
