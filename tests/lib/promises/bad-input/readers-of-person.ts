import * as fc from 'fast-check'
import { readChoices } from '@/components/create/choices-cookie'
import { readAddress, spendingHref } from '@/components/spending/address'
import { projectNameSchema } from '@/lib/generations/add-project'
import { inputShape } from '@/lib/generations/input'
import { keysetAfter, keysetCursor } from '@/lib/generations/keyset'
import { mediaShape } from '@/lib/generations/media-shape'
import { quotePath } from '@/lib/generations/quote-path'
import { readQuoteQuery } from '@/lib/generations/quote-query'
import { capsSchema, projectCapSchema } from '@/lib/generations/spending-input'
import { readLedgerQuery } from '@/lib/generations/spending-ledger'
import { readPeriod } from '@/lib/generations/spending-period'
import { readTyped, typedOf } from '@/lib/generations/spending-typed'
import { intentSchema } from '@/lib/generations/submit'
import { transcriptIntentSchema } from '@/lib/generations/submit-transcript'
import { wordsOf } from '@/lib/generations/transcript-search'
import { youtubeVideo } from '@/lib/generations/youtube'
import { fileNameOf } from '@/lib/library/file-name'
import { parseRange } from '@/lib/media/range'
import { readShared, signShared } from '@/lib/media/shared-link'
import * as near from './near-inputs'
import { SETTINGS } from './reader-of-settings'
import { asText, entriesOf, nullReader, type Reader, schemaReader, tolerantReader } from './readers'

const SECRET = new Uint8Array(32)
const shared = { hash: 'a'.repeat(64), mime: 'image/png', until: 9e12 }

const query = (value: unknown) => new URLSearchParams(entriesOf(value))

/** Everything that a person, a page or an address hands to the studio. */
export const READERS_OF_PERSON: Reader[] = [
  schemaReader('an input', inputShape, near.input),
  schemaReader('media', mediaShape, near.media),
  schemaReader(
    'an intent',
    intentSchema,
    fc.record({
      id: near.uuid,
      input: near.input,
      quotedMicroUsd: near.amount,
      projectId: fc.option(near.uuid),
      timeZone: fc.option(near.timeZone),
      confirmed: fc.boolean(),
    }),
  ),
  schemaReader(
    'an intent of a transcript',
    transcriptIntentSchema,
    fc.record({
      id: near.uuid,
      url: fc.constantFrom('https://youtu.be/dQw4w9WgXcQ', ''),
      timeZone: fc.option(near.timeZone),
      confirmed: fc.constant(true),
    }),
  ),
  schemaReader(
    'caps',
    capsSchema,
    fc.record({
      dayCapMicroUsd: fc.option(near.amount),
      generationCapMicroUsd: fc.option(near.amount),
      askAboveMicroUsd: fc.option(near.amount),
      timeZone: near.timeZone,
    }),
  ),
  schemaReader('a project’s cap', projectCapSchema, fc.record({ id: near.uuid, capMicroUsd: fc.option(near.amount) })),
  schemaReader('a project’s name', projectNameSchema, fc.constantFrom('Harbour', ' Café ', 'x'.repeat(80))),
  nullReader(
    'a question for a price',
    fc.record({
      model: fc.constantFrom('vetro-mini-text-to-video'),
      duration: fc.constantFrom('5s', 'Auto'),
      resolution: fc.constantFrom('720p', '2x'),
      aspectRatio: fc.constant('16:9'),
      audio: fc.constantFrom('true', 'false'),
      upscaleFactor: fc.constantFrom('2', '4'),
      referenceSeconds: fc.constantFrom('5', '12.345'),
      videoUrl: fc.constant('https://example.com/a-5s.mp4'),
    }),
    (value) => readQuoteQuery(query(value)),
    ({ video, ...rest }) => Object.fromEntries(paramsOf(quotePath({ ...rest, video: mediumOf(video) }))),
  ),
  tolerantReader(
    'a part of the ledger',
    fc.record({
      period: fc.constantFrom('7', '14', 'month', 'all'),
      entry: fc.constantFrom('charge', 'refund'),
      model: fc.constant('vetro-mini-text-to-video'),
      cursor: fc.constantFrom('1', '17'),
    }),
    (value) => readLedgerQuery(query(value)),
    (taken) => Object.fromEntries(Object.entries(taken).filter(([, one]) => one !== null)),
  ),
  tolerantReader(
    'the address of Spending',
    fc.record({
      period: fc.constant('7'),
      entry: fc.constant('charge'),
      model: fc.constant('x'),
      as: fc.constant('table'),
    }),
    (value) => readAddress(Object.fromEntries(entriesOf(value))),
    (taken) => Object.fromEntries(paramsOf(spendingHref(taken))),
  ),
  tolerantReader('a period', fc.constantFrom('7', '14', 'month', 'all'), readPeriod, (period) => period),
  tolerantReader(
    'a place in a list',
    fc.tuple(fc.nat({ max: 2e12 }), near.uuid).map(([createdAt, id]) => keysetCursor({ createdAt, id })),
    (value) => keysetAfter(asText(value)),
    ({ OR: after }) => cursorOf(after?.[1]) ?? '',
  ),
  tolerantReader(
    'a search',
    fc.constantFrom('mist over', 'the  lagoon '),
    (value) => wordsOf(asText(value)),
    (words) => words.join(' '),
  ),
  tolerantReader(
    'the name of an upload',
    fc.constantFrom('boat.png', 'C:\\boats\\a.mov', '/home/x/b.wav', 'Möwe.pdf'),
    (value) => fileNameOf(asText(value)),
    (name) => name,
  ),
  nullReader(
    'the address of a video',
    fc.constantFrom('https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'youtu.be/dQw4w9WgXcQ?t=1'),
    (value) => youtubeVideo(asText(value)),
    ({ url }) => url,
  ),
  {
    name: 'an amount as it is typed',
    valid: fc.constantFrom('10', '10.50', '$1,200', '', '.5'),
    read: (value) => {
      const typed = readTyped(asText(value))
      return typed.ok
        ? { taken: true, value: typed, again: typedOf(typed.microUsd) }
        : { taken: false, sentences: [typed.sentence] }
    },
  },
  nullReader(
    'a range of a file',
    fc.constantFrom('bytes=0-', 'bytes=10-20', 'bytes=-5'),
    (value) => {
      const range = parseRange(asText(value), 1000)
      return range === 'unsatisfiable' ? null : range
    },
    ({ start, end }) => `bytes=${start}-${end}`,
  ),
  nullReader(
    'a signed address',
    fc.constant(signShared(SECRET, shared)),
    (value) => readShared(SECRET, asText(value), 1),
    (file) => signShared(SECRET, file),
  ),
  nullReader(
    'the cookie of choices',
    near.input.map((input) => JSON.stringify({ ...input, media: undefined })),
    (value) => readChoices(asText(value)),
    (choices) => JSON.stringify(choices),
  ),
  SETTINGS,
]

/** From the second of the two conditions: as early, and a lower id. */
const cursorOf = (same: { createdAt: unknown; id?: { lt: string } } | undefined) =>
  same?.createdAt instanceof Date && same.id ? keysetCursor({ createdAt: same.createdAt, id: same.id.lt }) : null

const paramsOf = (path: string) => new URL(path, 'http://x').searchParams

function mediumOf(video: { hash: string } | { url: string } | null) {
  if (video === null) return null
  if ('url' in video) return { kind: 'url' as const, url: video.url, seconds: null }
  const { hash } = video
  return { kind: 'asset' as const, hash, mime: '', bytes: 0, width: null, height: null, seconds: null, name: '' }
}
