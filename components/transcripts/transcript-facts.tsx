import { ExternalLink } from 'lucide-react'
import { LocalTime } from '@/components/generation/local-time'
import { StateBadge } from '@/components/generation/state-badge'
import { Fact, FactList } from '@/components/library/fact-list'
import { MoneyPair } from '@/components/library/money-pair'
import { Meta } from '@/components/queue/card-meta'
import { addressWords, languageWords, wordCount } from '@/components/transcripts/words'
import type { TranscriptView } from '@/lib/generations/transcript-view'

/** All that is known of a transcript beside its text. */
export function TranscriptFacts({ view, now }: { view: TranscriptView; now: number }) {
  const { generation, url, videoId, lang, text } = view
  const { createdAt, sentAt, acceptedAt } = generation
  return (
    <aside
      aria-label="Facts"
      className="shrink-0 border-line border-t bg-surface-1 lg:w-100 lg:border-t-0 lg:border-l [&>*+*]:border-line [&>*+*]:border-t [&>*]:px-4 [&>*]:py-4 md:[&>*]:px-5"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StateBadge state={generation.state} />
          <Meta view={generation} now={now} />
          {generation.account.sandbox && <span className="ml-auto text-ink-3 text-small">Sandbox</span>}
        </div>
        <a
          href={`https://www.youtube.com/watch?v=${videoId}`}
          target="_blank"
          rel="noreferrer noopener"
          dir="auto"
          className="mt-2 inline-block underline decoration-ink-3 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-ink max-md:py-2"
        >
          {addressWords(url)}
          <ExternalLink aria-hidden size={12} strokeWidth={1.5} className="ml-1.5 inline" />
          <span className="sr-only"> (opens YouTube)</span>
        </a>
      </div>
      <MoneyPair view={generation} />
      <FactList title="Transcript">
        <Fact name="Language">{lang && languageWords(lang)}</Fact>
        <Fact name="Words">{text === null ? null : wordCount(text).toLocaleString('en-US')}</Fact>
        <Fact name="Characters">{text === null ? null : text.length.toLocaleString('en-US')}</Fact>
        <Fact name="Video">{videoId}</Fact>
      </FactList>
      <FactList title="Times">
        <Fact name="Recorded">
          <LocalTime at={createdAt} format="date" />
        </Fact>
        <Fact name="Sent">{sentAt && <LocalTime at={sentAt} format="second" />}</Fact>
        <Fact name="Answered">{acceptedAt && <LocalTime at={acceptedAt} format="second" />}</Fact>
      </FactList>
    </aside>
  )
}
