import * as fc from 'fast-check'
import * as account from '@/app/api/account/route'
import * as generation from '@/app/api/generations/[id]/route'
import * as unclear from '@/app/api/generations/[id]/unclear/route'
import * as board from '@/app/api/generations/route'
import * as health from '@/app/api/health/route'
import * as beside from '@/app/api/library/[id]/beside/route'
import * as lineage from '@/app/api/library/[id]/lineage/route'
import * as clip from '@/app/api/library/[id]/route'
import * as facets from '@/app/api/library/facets/route'
import * as library from '@/app/api/library/route'
import * as poster from '@/app/api/media/[hash]/poster/route'
import * as preview from '@/app/api/media/[hash]/preview/route'
import * as media from '@/app/api/media/[hash]/route'
import * as received from '@/app/api/media/received/[id]/route'
import * as underived from '@/app/api/media/underived/route'
import * as prices from '@/app/api/models/prices/route'
import * as models from '@/app/api/models/route'
import * as quote from '@/app/api/quote/route'
import * as shared from '@/app/api/shared/[token]/route'
import * as ledgerFile from '@/app/api/spending/export/route'
import * as ledger from '@/app/api/spending/ledger/route'
import * as spending from '@/app/api/spending/route'
import * as transcriptFile from '@/app/api/transcripts/[id]/file/route'
import * as transcript from '@/app/api/transcripts/[id]/route'
import * as transcripts from '@/app/api/transcripts/route'
import * as uploads from '@/app/api/uploads/route'
import { keysetCursor } from '@/lib/generations/keyset'
import { writeCursor } from '@/lib/library/cursor'
import { signShared } from '@/lib/media/shared-link'
import { nearly } from '@/tests/support/wild'
import { asText } from './readers'

/** What there is to be asked for. */
export interface Stock {
  generation: string
  transcript: string
  hash: string
}

/** Where a page of the library may have ended. */
const PLACE = {
  ...{ key: 0.5, createdAt: 1_800_000_000_000, id: 3 },
  total: { clips: 1, bytes: 1, durationMs: 1, chargedMicroUsd: 1 },
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
  const download = { download: text(stock.generation) }
  const range = { range: text('bytes=0-', 'bytes=4-7', 'bytes=-9'), 'if-range': text(`"${stock.hash}"`) }
  const lines = { period: text('7', 'month', 'all'), entry: text('charge'), model: text('vetro-mini-text-to-video') }
  const filters = {
    q: text('mist', 'a', '霧', '"NEAR(x'),
    model: text('vetro-mini-text-to-video'),
    way: text('text'),
    state: text('done', 'failed'),
    star: text('1'),
    rating: text('3'),
    long: text('5-10', '-4'),
    shape: text('square'),
    resolution: text('720p'),
    sound: text('0'),
    project: text('none', stock.generation),
    tag: text('dusk'),
    from: text('2026-11-01', '0000-01-01'),
    to: text('2026-11-30'),
    price: text('0.1-0.5'),
    children: text('1'),
    sort: text('best', 'price', 'rate', 'oldest'),
    bin: text('1'),
    account: text('x'),
  }
  const token = text(signShared(new Uint8Array(32), { hash: stock.hash, mime: 'video/mp4', until: 9e12 }))
  return {
    'account/route.ts': plain(account.GET),
    'generations/[id]/route.ts': named(generation.GET, id),
    'generations/[id]/unclear/route.ts': named(unclear.GET, id, { fresh: text('1') }),
    'generations/route.ts': plain(board.GET),
    'health/route.ts': plain(health.GET),
    'library/[id]/beside/route.ts': named(beside.GET, id, filters),
    'library/[id]/lineage/route.ts': named(lineage.GET, id),
    'library/[id]/route.ts': named(clip.GET, id),
    'library/facets/route.ts': plain(facets.GET, { account: text('x') }),
    'library/route.ts': plain(library.GET, { ...filters, cursor: text(writeCursor(PLACE)) }),
    'media/[hash]/poster/route.ts': named(poster.GET, hash, {}, range),
    'media/[hash]/preview/route.ts': named(preview.GET, hash, {}, range),
    'media/[hash]/route.ts': named(media.GET, hash, download, range),
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
    'shared/[token]/route.ts': named(shared.GET, { token }, {}, range),
    'spending/export/route.ts': plain(ledgerFile.GET, lines),
    'spending/ledger/route.ts': plain(ledger.GET, { ...lines, cursor: text('2', '2147483648') }),
    'spending/route.ts': plain(spending.GET, { period: text('7', '14', 'month', 'all') }),
    'transcripts/[id]/file/route.ts': named(transcriptFile.GET, id, { as: text('txt', 'json') }),
    'transcripts/[id]/route.ts': named(transcript.GET, id),
    'transcripts/route.ts': plain(transcripts.GET, { cursor, q: text('mist', 'the lagoon') }),
    'uploads/route.ts': plain(uploads.GET, { kind: text('image', 'video') }, { host: text('127.0.0.1:3210') }),
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
