import { Check, CircleAlert, Minus, RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { LocalTime } from '@/components/generation/local-time'
import { apartWords, FIT_WORDS, type Fit, fitOf, historyWords } from '@/components/library/unclear/fit-words'
import { Button } from '@/components/ui/button'
import type { UnclearView, UsageNearView } from '@/lib/generations/unclear-view'
import { formatAmount } from '@/lib/money/format'

interface HistoryProps {
  view: UnclearView
  reading: boolean
  onRead: () => void
}

/** What the vendor's usage history shows around that moment, and how well each entry fits. It proves nothing. */
export function History({ view, reading, onRead }: HistoryProps) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" aria-label="Usage history" className="min-w-0 flex-1 basis-60">
          {view.problem && (
            <CircleAlert
              aria-hidden
              size={14}
              strokeWidth={1.5}
              className="mr-1.5 inline align-text-bottom text-state-risk"
            />
          )}
          {historyWords(view)}
        </p>
        {view.readAt !== null && (
          <span className="text-ink-3 text-small">
            Read up to <LocalTime at={view.readAt} format="second" />
          </span>
        )}
        <Button kind="ghost" size="card" aria-disabled={reading} onClick={() => !reading && onRead()}>
          <RefreshCw aria-hidden size={14} strokeWidth={1.5} />
          {reading ? 'Reading…' : 'Read it again'}
        </Button>
      </div>
      {view.history.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2">
          {view.history.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </>
  )
}

const TONES: Record<Fit, string> = {
  well: 'text-state-risk wash-risk',
  partly: 'text-ink-2 bg-surface-3',
  other: 'text-ink-3 bg-surface-2',
  taken: 'text-ink-3 bg-surface-2',
}

function Entry({ entry }: { entry: UsageNearView }) {
  const { at, sku, amountMicro, currency, notes, sameModel, sameAmount, apartMs, belongsTo } = entry
  const fit = fitOf(entry)
  return (
    <li className="flex gap-3 rounded-control border border-line bg-surface-1 px-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className={`rounded-small px-1.5 text-small leading-5 ${TONES[fit]}`}>{FIT_WORDS[fit]}</span>
          <span className="text-ink-2 text-small">
            <LocalTime at={at} format="second" />, {apartWords(apartMs)}
          </span>
        </p>
        <p className="mt-1 text-small [overflow-wrap:anywhere]">
          {sku}
          {notes.trim() !== '' && <span className="text-ink-2"> {notes}</span>}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-3 text-small">
          <Mark holds={sameModel}>{sameModel ? 'same model' : 'another model'}</Mark>
          {sameAmount !== null && <Mark holds={sameAmount}>{sameAmount ? 'same amount' : 'another amount'}</Mark>}
        </p>
        {belongsTo && (
          <p className="mt-1 text-ink-2 text-small">
            It is the charge of{' '}
            <Link
              href={`/library/${belongsTo.id}`}
              className="underline decoration-line-strong underline-offset-4 hover:text-ink"
            >
              <bdi>{belongsTo.prompt.trim() || 'another job'}</bdi>
            </Link>
          </p>
        )}
      </div>
      <p className="shrink-0 text-right">
        <span className="block text-caption text-ink-3">{amountMicro < 0 ? 'Charge' : 'Credit'}</span>
        <span className="font-semibold text-prompt">{formatAmount(Math.abs(amountMicro), currency)}</span>
      </p>
    </li>
  )
}

function Mark({ holds, children }: { holds: boolean; children: string }) {
  const Icon = holds ? Check : Minus
  return (
    <span className={`inline-flex items-center gap-1 ${holds ? 'text-ink' : 'text-ink-3'}`}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      {children}
    </span>
  )
}
