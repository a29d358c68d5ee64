import 'server-only'
import { studioAccount } from '@/lib/account'
import { type Db, studioDb } from '@/lib/db/client'
import { keysetAfter, keysetCursor } from '@/lib/generations/keyset'
import { toView, VIEW_INCLUDE, type ViewRow } from '@/lib/generations/to-view'
import { excerptOf, wordsOf } from '@/lib/generations/transcript-search'
import type { TranscriptItem, TranscriptPage, TranscriptView } from '@/lib/generations/transcript-view'

const PAGE = 30

const WITH_TRANSCRIPT = { ...VIEW_INCLUDE, transcript: true } as const

interface Question {
  cursor: string | null
  /** Every word of it must stand in the text or in the address; empty: all. */
  search: string
}

/**
 * One page of the transcripts of the account in use, newest first, by keyset on (created, id). What can't be read in a
 * cursor is as if it were not there.
 */
export async function readTranscripts({ cursor, search }: Question): Promise<TranscriptPage> {
  const [{ id: accountId }, db] = await Promise.all([studioAccount(), studioDb()])
  const words = wordsOf(search)
  const rows = await db.generation.findMany({
    where: {
      accountId,
      kind: 'transcript',
      deletedAt: null,
      AND: words.map((word) => ({ transcript: { OR: [{ text: { contains: word } }, { url: { contains: word } }] } })),
      ...keysetAfter(cursor),
    },
    include: WITH_TRANSCRIPT,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const items = rows.slice(0, PAGE).flatMap((row) => itemOf(row, words) ?? [])
  return { items, nextCursor: rows.length > PAGE ? keysetCursor(rows[PAGE - 1]) : null }
}

/** One transcript whole; null when there is none with this id, or it was deleted. */
export async function readTranscript(id: string): Promise<TranscriptView | null> {
  const row = await findTranscript(await studioDb(), id)
  if (!row?.transcript) return null
  const { url, videoId, lang, text, raw } = row.transcript
  return { generation: toView(row), url, videoId, lang, text, hasJson: raw !== null }
}

export type TranscriptFormat = 'txt' | 'json'

/** A transcript as a file of its own; null when there is none in this form. */
export async function readTranscriptFile(id: string, format: TranscriptFormat) {
  const transcript = (await findTranscript(await studioDb(), id))?.transcript
  const text = format === 'txt' ? transcript?.text : transcript?.raw
  if (!transcript || text === null || text === undefined) return null
  return { name: `transcript-${transcript.videoId}.${format}`, text }
}

function findTranscript(db: Db, id: string) {
  return db.generation.findFirst({ where: { id, kind: 'transcript', deletedAt: null }, include: WITH_TRANSCRIPT })
}

type Row = ViewRow & { transcript: { url: string; videoId: string; lang: string | null; text: string | null } | null }

function itemOf(row: Row, words: readonly string[]): TranscriptItem | null {
  if (!row.transcript) return null
  const { url, videoId, lang, text } = row.transcript
  return { generation: toView(row), url, videoId, lang, excerpt: text === null ? null : excerptOf(text, words) }
}
