import Link from 'next/link'
import type { ReactNode } from 'react'
import { StateIcon } from '@/components/generation/state-badge'
import { momentWords } from '@/components/spending/day-words'
import { type EntryWords, entryWords } from '@/components/spending/entry-words'
import { Swatch } from '@/components/spending/swatch'
import type { LedgerRow } from '@/lib/generations/spending-view'

const TONES: Record<EntryWords['tone'], string> = {
  strong: 'font-semibold text-ink',
  risk: 'font-semibold text-state-risk',
  plain: 'text-ink-2',
}

interface LedgerLineProps {
  row: LedgerRow
  timeZone: string
  today: string
}

/** One line of the ledger. On the phone time and model stand under what they belong to. */
export function LedgerLine({ row, timeZone, today }: LedgerLineProps) {
  const { generation, at } = row
  const words = entryWords(row)
  const time = <time dateTime={new Date(at).toISOString()}>{momentWords(at, timeZone, today)}</time>
  return (
    <tr className="border-line border-t align-middle">
      <td className="py-1.5 text-ink-2 max-md:hidden">{time}</td>
      <td className="py-1.5 pr-2">
        <span className="flex items-center gap-2">
          <Swatch ink={words.ink} />
          {words.name}
          {words.basis && <span className="truncate text-ink-3 text-small max-xl:hidden">{words.basis}</span>}
        </span>
        <span className="block text-ink-3 text-caption md:hidden">{time}</span>
      </td>
      <td className="py-1.5 pr-3">
        <Title generation={generation}>
          <Thumb generation={generation} />
          <span className="min-w-0">
            <span dir="auto" className="block truncate">
              {generation.title}
            </span>
            <span className="block truncate text-caption text-ink-3 md:hidden">
              {generation.model} · {words.quoted}
            </span>
          </span>
        </Title>
      </td>
      <td className="truncate py-1.5 pr-3 text-ink-2 max-md:hidden">{generation.model}</td>
      <td className="py-1.5 text-right text-ink-2 max-md:hidden">{words.quoted}</td>
      <td className={`py-1.5 text-right ${TONES[words.tone]}`}>{words.charged}</td>
    </tr>
  )
}

function Title({ generation, children }: { generation: LedgerRow['generation']; children: ReactNode }) {
  const look = 'flex min-w-0 items-center gap-2.5'
  if (generation.deleted) return <span className={`${look} text-ink-3 line-through`}>{children}</span>
  return (
    <Link href={`/library/${generation.id}`} prefetch={false} className={`${look} hover:underline max-md:min-h-11`}>
      {children}
    </Link>
  )
}

function Thumb({ generation: { poster, state } }: { generation: LedgerRow['generation'] }) {
  return (
    <span
      className={`relative flex h-5 w-9 shrink-0 items-center justify-center overflow-hidden rounded-small bg-surface-3 text-ink-3 ${poster ? '' : 'max-md:hidden'}`}
    >
      {poster ? (
        // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
        <img src={poster} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      ) : (
        <StateIcon state={state} size={12} />
      )}
    </span>
  )
}
