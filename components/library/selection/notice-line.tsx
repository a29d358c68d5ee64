'use client'

import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { isTyping } from '@/components/library/use-page-keys'
import { currentNotice, dropNotice, onNotice, takeBack } from '@/components/library/verbs/notice-store'
import { buttonClass } from '@/components/ui/button'

/** So long is what was done offered to be taken back, ms: long enough for somebody who reads slowly. */
const SHOWN = 10_000

/** What was done last, with a way back; and in words for those who hear the screen. */
export function NoticeLine() {
  const notice = useSyncExternalStore(onNotice, currentNotice, () => null)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice === null || held) return
    const timer = setTimeout(dropNotice, SHOWN)
    return () => clearTimeout(timer)
  }, [notice, held])
  useUndoKey()
  const shown = notice !== null && (notice.undo !== null || notice.refused)
  return (
    <>
      <p role="status" className="sr-only">
        {notice && !notice.refused && <span key={notice.number}>{notice.words}</span>}
      </p>
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only stays while somebody is at it
        <div
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
          className="enter pointer-events-auto flex max-w-full items-center gap-3 rounded-card bg-popover py-1.5 pr-1.5 pl-4 shadow-popover"
        >
          <p
            role={notice.refused ? 'alert' : undefined}
            className={`min-w-0 truncate ${notice.refused ? 'text-state-loss' : ''}`}
          >
            {notice.words}
          </p>
          {notice.undo && (
            <button
              type="button"
              onClick={() => takeBack(notice.undo ?? undefined)}
              className={buttonClass({ size: 'card' })}
            >
              Undo
            </button>
          )}
          <button
            type="button"
            aria-label="Hide"
            onClick={dropNotice}
            className="grid size-7 place-items-center rounded-control text-ink-2 hover:text-ink max-md:size-11"
          >
            <X aria-hidden size={14} strokeWidth={1.75} />
          </button>
        </div>
      )}
    </>
  )
}

/** Ctrl or Cmd with Z, outside of fields, takes back one change after the other. */
function useUndoKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      if (!isTyping(event.target) && takeBack()) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
