import * as fc from 'fast-check'
import * as account from '@/app/api/account/route'
import * as generation from '@/app/api/generations/[id]/route'
import * as unclear from '@/app/api/generations/[id]/unclear/route'
import * as board from '@/app/api/generations/route'
import * as health from '@/app/api/health/route'
import * as beside from '@/app/api/library/[id]/beside/route'
import * as lineage from '@/app/api/library/[id]/lineage/route'
import * as marks from '@/app/api/library/[id]/route'
import * as download from '@/app/api/library/download/route'
import * as exported from '@/app/api/library/export/route'
import * as facets from '@/app/api/library/facets/route'
import * as imported from '@/app/api/library/import/route'
import * as library from '@/app/api/library/route'
import * as underWay from '@/app/api/library/under-way/route'
import * as poster from '@/app/api/media/[hash]/poster/route'
import * as preview from '@/app/api/media/[hash]/preview/route'
import * as media from '@/app/api/media/[hash]/route'
import * as received from '@/app/api/media/received/[id]/route'
import * as underived from '@/app/api/media/underived/route'
import * as prices from '@/app/api/models/prices/route'
import * as models from '@/app/api/models/route'
import * as quote from '@/app/api/quote/route'
import * as session from '@/app/api/session/route'
import * as shared from '@/app/api/shared/[token]/route'
import * as ledgerFile from '@/app/api/spending/export/route'
import * as ledger from '@/app/api/spending/ledger/route'
import * as spending from '@/app/api/spending/route'
import * as system from '@/app/api/system/route'
import * as transcriptFile from '@/app/api/transcripts/[id]/file/route'
import * as transcript from '@/app/api/transcripts/[id]/route'
import * as transcripts from '@/app/api/transcripts/route'
import * as uploads from '@/app/api/uploads/route'
import { keysetCursor } from '@/lib/generations/keyset'
import { writeCursor } from '@/lib/library/cursor'
import { signShared } from '@/lib/media/shared-link'
import { nearly } from '@/tests/support/wild'
import { asText } from './readers'
import { LIBRARY_ADDRESS } from './readers-of-library'

/** What there is to be asked for. */
export interface Stock {
  generation: string
  transcript: string
  hash: string
}

type Texts = Record<string, fc.Arbitrary<string>>

/** A GET handler with what an address can hold for it; null where it looks at nothing of it. */
export interface Route {
  ask: (request: Request, params: Record<string, string>) => Promise<Response>
  params: Texts
  query: Texts
  headers: Texts
}

/** Every GET handler of the studio, by its file. */
export function routesOf(stock: Stock): Record<string, Route> {
  const text = (...valid: string[]) => nearly(fc.constantFrom(...valid)).map(asText)
  const cursor = text(...[0, 2e12, 8.64e15].map((createdAt) => keysetCursor({ createdAt, id: stock.generation }) ?? ''))
  const id = { id: text(stock.generation, stock.transcript) }
  const hash = { hash: text(stock.hash) }
  const saved = { download: text(stock.generation), clean: text('1') }
  const name = text('an-archive', crypto.randomUUID())
  const home = { host: text('127.0.0.1:3210') }
  const range = { range: text('bytes=0-', 'bytes=4-7', 'bytes=-9'), 'if-range': text(`"${stock.hash}"`) }
  const lines = { period: text('7', 'month', 'all'), entry: text('charge'), model: text('vetro-mini-text-to-video') }
  const filters = Object.fromEntries(Object.entries(LIBRARY_ADDRESS).map(([name, valid]) => [name, text(...valid)]))
  const total = { clips: 1, bytes: 1, durationMs: 1, chargedMicroUsd: 1 }
  const place = text(...[0, -0.5, 9e15].map((key) => writeCursor({ key, createdAt: 2e12, id: 9, total })))
  const token = text(signShared(new Uint8Array(32), { hash: stock.hash, mime: 'video/mp4', until: 9e12 }))
  return {
    'account/route.ts': plain(account.GET),
    'generations/[id]/route.ts': named(generation.GET, id),
    'generations/[id]/unclear/route.ts': named(unclear.GET, id, { fresh: text('1') }),
    'generations/route.ts': plain(board.GET),
    'health/route.ts': plain(health.GET),
    'library/[id]/beside/route.ts': named(beside.GET, id, filters),
    'library/[id]/lineage/route.ts': named(lineage.GET, id),
    'library/[id]/route.ts': named(marks.GET, id),
    'library/download/route.ts': plain(download.GET, {
      ids: text(stock.generation, `${stock.generation},${stock.transcript}`),
      account: text('x'),
      clean: text('1'),
      name,
    }),
    'library/export/route.ts': plain(exported.GET, { name }),
    'library/facets/route.ts': plain(facets.GET, { account: text('x') }),
    'library/import/route.ts': plain(imported.GET, {}, home),
    'library/route.ts': plain(library.GET, { ...filters, cursor: place, account: text('x') }),
    'library/under-way/route.ts': plain(underWay.GET, { name }),
    'media/[hash]/poster/route.ts': named(poster.GET, hash, {}, range),
    'media/[hash]/preview/route.ts': named(preview.GET, hash, {}, range),
    'media/[hash]/route.ts': named(media.GET, hash, saved, range),
    'media/received/[id]/route.ts': named(received.GET, id, {}, range),
    'media/underived/route.ts': plain(underived.GET),
    'models/prices/route.ts': plain(prices.GET),
    'models/route.ts': plain(models.GET),
    'quote/route.ts': plain(quote.GET, {
      model: text('vetro-mini-text-to-video', 'nitido-video-upscale', 'corteo-2-reference-to-video'),
      duration: text('5s', 'Auto', '-1'),
      resolution: text('256p'),
      upscaleFactor: text('2'),
      referenceSeconds: text('5'),
      video: text(stock.hash),
      videoUrl: text('https://example.com/a-5s.mp4'),
    }),
    'session/route.ts': plain(session.GET, {}, { cookie: text(`squero-session=${'a'.repeat(43)}`) }),
    'shared/[token]/route.ts': named(shared.GET, { token }, {}, range),
    'spending/export/route.ts': plain(ledgerFile.GET, lines),
    'spending/ledger/route.ts': plain(ledger.GET, { ...lines, cursor: text('2', '2147483648') }),
    'spending/route.ts': plain(spending.GET, { period: text('7', '14', 'month', 'all') }),
    'system/route.ts': plain(system.GET),
    'transcripts/[id]/file/route.ts': named(transcriptFile.GET, id, { as: text('txt', 'json') }),
    'transcripts/[id]/route.ts': named(transcript.GET, id),
    'transcripts/route.ts': plain(transcripts.GET, { cursor, q: text('mist', 'the lagoon') }),
    'uploads/route.ts': plain(uploads.GET, { kind: text('image', 'video') }, home),
  }
}

const plain = (ask: (request: Request) => Promise<Response>, query: Texts = {}, headers: Texts = {}): Route => ({
  ask,
  params: {},
  query,
  headers,
})

const named = <T extends string>(
  ask: (request: Request, context: { params: Promise<Record<T, string>> }) => Promise<Response>,
  params: Record<T, fc.Arbitrary<string>>,
  query: Texts = {},
  headers: Texts = {},
): Route => ({
  ask: (request, values) => ask(request, { params: Promise.resolve(values as Record<T, string>) }),
  params,
  query,
  headers,
})
