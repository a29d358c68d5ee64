import Link from 'next/link'
import { Amount } from '@/components/generation/amount'
import { LocalTime } from '@/components/generation/local-time'
import { StateBadge } from '@/components/generation/state-badge'
import { agoWords } from '@/components/generation/words'
import { addressWords, languageWords } from '@/components/transcripts/words'
import type { TranscriptItem } from '@/lib/generations/transcript-view'

/** One transcript among the others: whose it is, how it stands, how it begins or where the words stand. */
export function TranscriptRow({ item, now }: { item: TranscriptItem; now: number }) {
  const { generation, url, lang, excerpt } = item
  const ago = agoWords(generation.createdAt, now)
  return (
    <article
      aria-label={url}
      className="flex gap-3 rounded-card border border-line bg-surface-1 px-3 py-2.5 transition-colors hover:border-line-strong"
    >
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <StateBadge state={generation.state} />
          <span className="text-ink-2 text-small">
            {ago ?? <LocalTime at={generation.createdAt} format="date" />}
            {lang !== null && ` · ${languageWords(lang)}`}
          </span>
        </div>
        <Link
          href={`/transcripts/${generation.id}`}
          dir="auto"
          className="mt-1 block truncate font-medium text-prompt decoration-1 underline-offset-4 hover:underline max-md:py-1.5"
        >
          {addressWords(url)}
        </Link>
        {excerpt !== null && (
          <p dir="auto" className="line-clamp-2 text-ink-2 [overflow-wrap:anywhere]">
            {excerpt === '' ? 'Nothing is said in it.' : excerpt}
          </p>
        )}
        {excerpt === null && (generation.note ?? generation.problem) && (
          <p className="text-ink-2 text-small">{(generation.note ?? generation.problem)?.sentence}</p>
        )}
      </div>
      <Amount view={generation} />
    </article>
  )
}
