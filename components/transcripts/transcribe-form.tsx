'use client'

import { useRef, useState } from 'react'
import { ConfirmTranscript } from '@/components/transcripts/confirm-transcript'
import { Button } from '@/components/ui/button'
import { errorId, Field } from '@/components/ui/field'
import type { BoardView, StudioStatus } from '@/lib/generations/view'
import { NOT_YOUTUBE, type YoutubeVideo, youtubeVideo } from '@/lib/generations/youtube'

interface TranscribeFormProps {
  /** What the address of the page brings along. */
  url: string
  board: BoardView
  mode: StudioStatus['mode']
}

/** An address in; what it costs is said before anything is bought. */
export function TranscribeForm({ url: initial, board, mode }: TranscribeFormProps) {
  const [url, setUrl] = useState(initial)
  const [wrong, setWrong] = useState(false)
  const [asking, setAsking] = useState<YoutubeVideo | null>(null)
  const field = useRef<HTMLInputElement>(null)

  function ask() {
    const video = youtubeVideo(url)
    setWrong(video === null)
    setAsking(video)
    if (video === null) field.current?.focus()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
      className="max-w-3xl py-4"
    >
      <Field id="youtube" label="YouTube address" htmlFor="youtube" error={wrong ? NOT_YOUTUBE : undefined}>
        <div className="flex flex-wrap gap-2">
          <input
            ref={field}
            id="youtube"
            type="text"
            inputMode="url"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            value={url}
            placeholder="https://www.youtube.com/watch?v=…"
            aria-invalid={wrong}
            aria-describedby={wrong ? errorId('youtube') : undefined}
            onChange={(event) => {
              setUrl(event.target.value)
              setWrong(false)
            }}
            className="h-9 min-w-0 flex-1 basis-64 rounded-control border border-control-line bg-surface-2 px-3 aria-invalid:border-state-loss max-md:h-11 max-md:text-touch"
          />
          <Button type="submit" kind="quiet" size="form" aria-haspopup="dialog">
            Transcribe
          </Button>
        </div>
      </Field>
      <p className="mt-2 text-ink-3 text-small">
        Venice listens to the video and writes down what is said. What it costs is told by nobody beforehand: you are
        asked before anything is bought.
      </p>
      {asking && (
        <ConfirmTranscript url={url.trim()} video={asking} board={board} mode={mode} onClose={() => setAsking(null)} />
      )}
    </form>
  )
}
