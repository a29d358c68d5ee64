'use client'

import { Check, Copy, Download, TextCursorInput } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fillForm } from '@/components/create/form-store'
import { DeleteClip } from '@/components/library/delete-clip'
import { Button, buttonClass } from '@/components/ui/button'
import type { TranscriptView } from '@/lib/generations/transcript-view'

interface TranscriptActionsProps {
  view: TranscriptView
  text: string
  /** Of the text; empty: all of it is meant. */
  selected: string
}

/** What can be done with a transcript, or with the part of it that is selected. */
export function TranscriptActions({ view, text, selected }: TranscriptActionsProps) {
  const router = useRouter()
  const words = selected === '' ? text : selected
  const usePrompt = () => {
    fillForm({ what: 'words', words })
    router.push('/')
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button onClick={usePrompt} disabled={words.trim() === ''}>
        <TextCursorInput aria-hidden size={14} strokeWidth={1.5} />
        Use as prompt
      </Button>
      <CopyWords words={words} />
      <span className="flex-1" />
      <SaveAs view={view} format="txt" />
      {view.hasJson && <SaveAs view={view} format="json" />}
      <DeleteClip view={view.generation} />
    </div>
  )
}

function SaveAs({ view, format }: { view: TranscriptView; format: 'txt' | 'json' }) {
  return (
    <a
      href={`/api/transcripts/${view.generation.id}/file?as=${format}`}
      download={`transcript-${view.videoId}.${format}`}
      className={buttonClass({ kind: 'ghost' })}
    >
      <Download aria-hidden size={14} strokeWidth={1.5} />
      Download .{format}
    </a>
  )
}

function CopyWords({ words }: { words: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words)
      setOutcome('copied')
    } catch {
      // Over plain http to another machine browsers have no clipboard to write to.
      setOutcome('refused')
    }
  }
  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <>
      <Button kind="ghost" onClick={copy} onBlur={() => setOutcome(null)}>
        <Icon aria-hidden size={14} strokeWidth={1.5} />
        {outcome === 'copied' ? 'Copied' : 'Copy'}
      </Button>
      {outcome === 'refused' && (
        <span role="alert" className="text-small text-state-loss">
          This browser does not let the page copy. Select the text and copy it with the keyboard.
        </span>
      )}
    </>
  )
}
