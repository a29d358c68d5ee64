import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { remark } from '@/app/actions/library'
import { dropDraft, keepDraft, readDraft } from '@/components/library/marks/draft'
import { systemClock } from '@/lib/clock'
import type { LibraryResult } from '@/lib/library/view'

/** Between the last key and saving, ms. */
const REST_MS = 600
/** After what could not be saved, ms. */
const AGAIN_MS = 5_000

export type NotesState =
  | { kind: 'still' }
  | { kind: 'writing' }
  | { kind: 'saving' }
  /** ms since 1970 */
  | { kind: 'saved'; at: number }
  | { kind: 'failed'; sentence: string }

interface NotesDesk {
  text: string
  state: NotesState
  write: (text: string) => void
  /** Saves at once what is not saved yet. */
  flush: () => void
}

/**
 * Notes that save themselves as they are typed, one save at a time. Until the studio has answered, they are kept in
 * this browser too: what could not be saved is there after a reload, and is tried again.
 */
export function useNotes(id: string, saved: string, onSaved: (text: string) => void): NotesDesk {
  const [text, setText] = useState(saved)
  const [state, setState] = useState<NotesState>({ kind: 'still' })
  const latest = useRef(saved)
  const known = useRef(saved)
  const busy = useRef(false)
  const left = useRef(false)
  const timer = useRef<number>(undefined)

  async function save() {
    window.clearTimeout(timer.current)
    if (busy.current || latest.current === known.current) return
    busy.current = true
    const sent = latest.current
    setState({ kind: 'saving' })
    const answer = await answerTo(() => remark(id, sent))
    busy.current = false
    if (!answer.ok) {
      setState({ kind: 'failed', sentence: answer.sentence })
      if (answer.again && !left.current) later(AGAIN_MS)
      return
    }
    known.current = sent
    onSaved(sent)
    if (latest.current !== sent) return later(0)
    dropDraft(id)
    setState({ kind: 'saved', at: systemClock() })
  }

  function later(ms: number) {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(), ms)
  }

  function write(next: string) {
    latest.current = next
    setText(next)
    keepDraft(id, next)
    setState({ kind: 'writing' })
    later(REST_MS)
  }

  const begin = useEffectEvent(() => {
    left.current = false
    const draft = readDraft(id)
    if (draft !== null && draft !== known.current) write(draft)
  })
  // A page that is left takes what was typed last along; one that is closed finds it in this browser the next time.
  const end = useEffectEvent(() => {
    left.current = true
    void save()
  })
  useEffect(() => {
    begin()
    return () => end()
  }, [])

  return { text, state, write, flush: () => void save() }
}

const UNANSWERED = 'The studio did not answer.'

/** `again`: it may be had a moment later, since nobody refused it. */
type Answer = { ok: true } | { ok: false; sentence: string; again: boolean }

async function answerTo(verb: () => Promise<LibraryResult>): Promise<Answer> {
  try {
    const result = await verb()
    return result.ok ? result : { ok: false, sentence: result.sentence, again: false }
  } catch {
    return { ok: false, sentence: UNANSWERED, again: true }
  }
}
