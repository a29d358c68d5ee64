'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { ChangeTheCap } from '@/components/create/generate-note'
import { boardQuery } from '@/components/queue/board-query'
import { capsLine, capWords } from '@/components/transcripts/caps-words'
import { transcriptsQuery } from '@/components/transcripts/transcripts-query'
import { useTranscribe } from '@/components/transcripts/use-transcribe'
import { addressWords } from '@/components/transcripts/words'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { BoardView, StudioStatus } from '@/lib/generations/view'
import type { YoutubeVideo } from '@/lib/generations/youtube'

interface ConfirmTranscriptProps {
  /** As it was typed. */
  url: string
  video: YoutubeVideo
  board: BoardView
  mode: StudioStatus['mode']
  onClose: () => void
}

const TITLE = 'Make this transcript?'
const LINK =
  'relative underline decoration-ink-3 underline-offset-3 after:absolute after:-inset-x-2 after:-inset-y-3 hover:decoration-ink'

/** Says that nobody tells the price, and how far the caps hold; only then is anything bought. */
export function ConfirmTranscript({ url, video, board: initial, mode, onClose }: ConfirmTranscriptProps) {
  const { data: board } = useQuery({ ...boardQuery(), initialData: initial })
  const { confirm, pending, refusal, arrived } = useTranscribe(url, video.videoId)
  const reached = capWords(board.spend)
  return (
    <Sheet label={TITLE} onClose={onClose} className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{TITLE}</h2>
      <p dir="auto" className="mt-1 text-ink-2 [overflow-wrap:anywhere]">
        {addressWords(url)}
      </p>
      <MadeBefore videoId={video.videoId} />
      <p className="mt-3 font-medium">Venice does not tell the price of a transcript. It is charged when it is made.</p>
      <p className="mt-1 text-ink-2 text-small">
        {mode === 'sandbox' ? 'Play money: the sandbox spends nothing.' : 'The usage history tells it afterwards.'}{' '}
        {capsLine(board.spend)}
      </p>
      {board.sendingPaused && <p className="mt-1 text-small">Sending is paused: it waits in line until you resume.</p>}
      {reached && (
        <p className="mt-3">
          {reached} <ChangeTheCap />
        </p>
      )}
      {refusal && (
        <p role="alert" className="mt-3 text-state-loss">
          {refusal}
        </p>
      )}
      {arrived && (
        <p role="alert" className="mt-3">
          Your press before had arrived: nothing was bought again.{' '}
          <Link href={`/transcripts/${arrived}`} className={LINK}>
            Open it
          </Link>
        </p>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button autoFocus size="form" onClick={onClose}>
          Cancel
        </Button>
        <Button kind="buy" size="form" disabled={pending || reached !== null} onClick={confirm}>
          {pending ? 'Recording…' : 'Transcribe · price unknown'}
        </Button>
      </div>
    </Sheet>
  )
}

/** The same video is not paid for twice without being told. */
function MadeBefore({ videoId }: { videoId: string }) {
  const { data } = useInfiniteQuery(transcriptsQuery(videoId, undefined))
  const before = data?.pages[0]?.items.find((item) => item.videoId === videoId && item.generation.state === 'done')
  if (!before) return null
  return (
    <p role="status" className="mt-2 text-small">
      You have a transcript of this video already:{' '}
      <Link href={`/transcripts/${before.generation.id}`} className={LINK}>
        read it
      </Link>
    </p>
  )
}
