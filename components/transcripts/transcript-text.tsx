'use client'

import { useRef, useState } from 'react'
import { countWords } from '@/components/generation/words'
import { TranscriptActions } from '@/components/transcripts/transcript-actions'
import { keepAsItIs, useOnlyRead } from '@/components/transcripts/use-only-read'
import { wordCount } from '@/components/transcripts/words'
import type { TranscriptView } from '@/lib/generations/transcript-view'

/** So many characters stand in a line, where the browser does not size the field to its text by itself. */
const LINE = 90

/**
 * The words, and what can be done with them. A field that can't be written in: so a part of them is selected by mouse,
 * finger and keyboard alike.
 */
export function TranscriptText({ view, text }: { view: TranscriptView; text: string }) {
  const area = useRef<HTMLTextAreaElement>(null)
  const [selected, setSelected] = useState('')
  useOnlyRead(area)
  return (
    <>
      <TranscriptActions view={view} text={text} selected={selected} />
      {selected !== '' && (
        <p role="status" className="mt-2 text-ink-2 text-small">
          {countWords(wordCount(selected), 'word')} selected
        </p>
      )}
      {text.trim() === '' ? (
        <p className="mt-4 text-ink-2">Nothing is said in this video: Venice heard no words.</p>
      ) : (
        <textarea
          ref={area}
          aria-readonly
          inputMode="none"
          spellCheck={false}
          dir="auto"
          aria-label="Transcript"
          value={text}
          onChange={keepAsItIs}
          rows={Math.ceil(text.length / LINE)}
          onSelect={({ currentTarget }) => setSelected(selectedIn(currentTarget))}
          className="field-sizing-content mt-4 block w-full max-w-3xl resize-none rounded-small bg-transparent text-prompt leading-7 max-md:text-touch"
        />
      )}
    </>
  )
}

const selectedIn = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  value.slice(selectionStart, selectionEnd).trim()
