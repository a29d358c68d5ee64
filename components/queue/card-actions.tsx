'use client'

import { Download, FileSearch, Play, RotateCw, ScrollText } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { askAgain, cancelGeneration, receiveAgain, resolveUncertain } from '@/app/actions/generations'
import { isUnclear } from '@/components/generation/unclear'
import { VendorWords } from '@/components/generation/vendor-words'
import { anewPath, pageOf } from '@/components/generation/words'
import { ReadAndConfirm } from '@/components/queue/consent'
import type { Act } from '@/components/queue/use-act'
import { UsePrompt, UseSettings, UseSuggestedPrompt } from '@/components/queue/use-again'
import { UseRecommendedModel } from '@/components/queue/use-recommended-model'
import { Button, buttonClass } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

interface CardActionsProps {
  view: GenerationView
  act: Act
  pending: boolean
  onUsed?: (() => void) | undefined
}

/** What the person can do with a generation as it stands, the first choice first. */
export function CardActions(props: CardActionsProps) {
  const { view, act, pending, onUsed } = props
  if (view.kind === 'transcript') return <TranscriptActions {...props} />
  switch (view.state) {
    case 'waiting':
    case 'submitting':
    case 'processing':
    case 'receiving':
      return null
    case 'awaiting_consent':
      return (
        <Row>
          <ReadAndConfirm view={view} />
          <Button kind="ghost" size="card" disabled={pending} onClick={() => act(() => cancelGeneration(view.id))}>
            Decline
          </Button>
          <UseSettings view={view} onUsed={onUsed} />
        </Row>
      )
    case 'uncertain':
      return (
        <Row>
          <Settle view={view} act={act} pending={pending} />
          <VendorWords problem={view.problem} />
        </Row>
      )
    case 'quarantined':
      return (
        <Row>
          <a href={`/api/media/received/${view.id}`} download className={buttonClass({ size: 'card' })}>
            <Download aria-hidden size={14} strokeWidth={1.5} />
            Download as received
          </a>
          <Button kind="ghost" size="card" disabled={pending} onClick={() => act(() => receiveAgain(view.id))}>
            <RotateCw aria-hidden size={14} strokeWidth={1.5} />
            Try again
          </Button>
          <VendorWords problem={view.problem} />
        </Row>
      )
    case 'stored':
    case 'done':
      return (
        <Row>
          <Link href={`/library/${view.id}?play=1`} className={buttonClass({ kind: 'ghost', size: 'card' }, '-ml-2')}>
            <Play aria-hidden size={14} strokeWidth={1.5} />
            Play
          </Link>
          <UseSettings view={view} onUsed={onUsed} />
          <UsePrompt view={view} onUsed={onUsed} />
        </Row>
      )
    case 'rejected':
    case 'cancelled':
    case 'failed':
    case 'lost':
      return (
        <Row>
          {isUnclear(view) && <Settle view={view} act={act} pending={pending} />}
          {mayAskAgain(view) && (
            <Button size="card" disabled={pending} onClick={() => act(() => askAgain(view.id))}>
              <RotateCw aria-hidden size={14} strokeWidth={1.5} />
              Ask again
            </Button>
          )}
          <UseSuggestedPrompt view={view} onUsed={onUsed} />
          <UseRecommendedModel view={view} onUsed={onUsed} />
          <UseSettings view={view} first={!view.problem?.suggestedPrompt} onUsed={onUsed} />
          <VendorWords problem={view.problem} />
        </Row>
      )
  }
}

/** A transcript is read on its own page, and asked for anew with its address. */
function TranscriptActions({ view, act, pending }: CardActionsProps) {
  const { state, input, problem } = view
  if (state === 'waiting' || state === 'submitting') return null
  return (
    <Row>
      {isUnclear(view) && <Settle view={view} act={act} pending={pending} />}
      {state === 'done' ? (
        <Link href={pageOf(view)} className={buttonClass({ kind: 'ghost', size: 'card' }, '-ml-2')}>
          <ScrollText aria-hidden size={14} strokeWidth={1.5} />
          Read
        </Link>
      ) : (
        state !== 'uncertain' && (
          <Link href={anewPath(input.prompt)} className={buttonClass({ size: 'card' })}>
            <RotateCw aria-hidden size={14} strokeWidth={1.5} />
            Make it anew
          </Link>
        )
      )}
      <VendorWords problem={problem} />
    </Row>
  )
}

/** A paid job that Venice may still have: gone there, or given up here. It costs nothing to ask. */
const mayAskAgain = ({ state, queueId, problem }: GenerationView) =>
  queueId !== null && (state === 'lost' || (state === 'failed' && problem?.code === 'given-up'))

/** The person's two honest answers, after a look at what is known. Neither is the usual one. */
function Settle({ view, act, pending }: Omit<CardActionsProps, 'onUsed'>) {
  const { id } = view
  return (
    <>
      <Link href={pageOf(view)} className={buttonClass({ kind: 'quiet', size: 'card' })}>
        <FileSearch aria-hidden size={14} strokeWidth={1.5} />
        See what is known
      </Link>
      <Button size="card" disabled={pending} onClick={() => act(() => resolveUncertain(id, 'charged'))}>
        It was charged
      </Button>
      <Button size="card" disabled={pending} onClick={() => act(() => resolveUncertain(id, 'not-charged'))}>
        It was not charged
      </Button>
    </>
  )
}

/** Shown only while nothing has left this machine. */
export function CancelButton({ id, act, pending }: { id: string; act: Act; pending: boolean }) {
  return (
    <Button size="card" disabled={pending} onClick={() => act(() => cancelGeneration(id))}>
      Cancel
    </Button>
  )
}

function Row({ children }: { children: ReactNode }) {
  return <div className="mt-1.5 flex flex-wrap items-center gap-x-1.5 gap-y-1 sm:gap-x-2">{children}</div>
}
