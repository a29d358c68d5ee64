import 'server-only'
import * as z from 'zod/mini'
import { STATES } from '@/lib/generations/state'

// The records of an archive, as docs/archive-format.md describes them: written by export, read by import. Money is µUSD,
// times are ISO 8601 in UTC.

/** Counted up when an older Squero could misread a newer archive. */
export const FORMAT_VERSION = 1

/** Where each kind of record stands in an archive. */
export const PLACES = {
  about: 'archive.json',
  accounts: 'data/accounts.jsonl',
  projects: 'data/projects.jsonl',
  tags: 'data/tags.jsonl',
  searches: 'data/searches.jsonl',
  assets: 'data/assets.jsonl',
  generations: 'data/generations.jsonl',
  usage: 'data/usage.jsonl',
  generationTable: 'generations.csv',
  ledgerTable: 'ledger.csv',
} as const

const id = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/))
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const amount = z.int()
const count = z.int().check(z.nonnegative())
const time = z.iso.datetime()
const maybeTime = z.nullable(time)
const maybeText = z.nullable(z.string())
const maybeAmount = z.nullable(amount)
const json = z.json()

/** The last file of an archive: an archive without it was not finished. */
export const aboutShape = z.object({
  format: z.literal('squero-archive'),
  version: z.int(),
  madeAt: time,
  /** How many records and media files are in it. */
  counts: z.object({
    accounts: count,
    projects: count,
    tags: count,
    searches: count,
    assets: count,
    generations: count,
    ledger: count,
    usage: count,
    media: count,
  }),
})
export type About = z.infer<typeof aboutShape>

export const accountShape = z.object({
  id,
  baseUrl: z.string(),
  sandbox: z.boolean(),
  createdAt: time,
  rules: z.nullable(
    z.object({
      timeZone: maybeText,
      dayCapMicroUsd: maybeAmount,
      generationCapMicroUsd: maybeAmount,
      askAboveMicroUsd: maybeAmount,
    }),
  ),
})
export type AccountRecord = z.infer<typeof accountShape>

export const projectShape = z.object({
  id,
  accountId: id,
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  capMicroUsd: maybeAmount,
  parentId: z.nullable(id),
  createdAt: time,
})
export type ProjectRecord = z.infer<typeof projectShape>

export const tagShape = z.object({ accountId: id, name: z.string().check(z.minLength(1), z.maxLength(300)) })

export const searchShape = z.object({
  id,
  accountId: id,
  name: z.string().check(z.minLength(1), z.maxLength(300)),
  query: z.string().check(z.maxLength(10_000)),
  createdAt: time,
})
export type SearchRecord = z.infer<typeof searchShape>

export const assetShape = z.object({
  hash,
  mime: z.string().check(z.maxLength(100)),
  bytes: count,
  width: count,
  height: count,
  durationMs: count,
  fps: z.nullable(z.number()),
  hasAudio: z.boolean(),
  createdAt: time,
  name: maybeText,
  uploadedAt: maybeTime,
  takenFromHash: z.nullable(hash),
  takenAtMs: z.nullable(count),
  /** Where its file, poster and preview stand in the archive; null: not in it. */
  file: maybeText,
  poster: maybeText,
  preview: maybeText,
})
export type AssetRecord = z.infer<typeof assetShape>

const ledgerShape = z.object({
  kind: z.enum(['reserve', 'charge', 'release', 'refund', 'correction']),
  number: count,
  microUsd: amount,
  unknown: z.boolean(),
  at: time,
  evidence: json,
})

const attemptShape = z.object({
  number: count,
  sentAt: time,
  answeredAt: maybeTime,
  outcome: maybeText,
  status: z.nullable(z.int()),
  evidence: json,
})

const transcriptShape = z.object({
  url: z.string(),
  videoId: z.string(),
  lang: maybeText,
  text: maybeText,
  raw: maybeText,
})

export const generationShape = z.object({
  id,
  accountId: id,
  kind: z.enum(['video', 'transcript']),
  state: z.enum(STATES),
  model: z.object({ id: z.string(), name: z.string() }),
  prompt: z.string(),
  input: json,
  request: json,
  quote: z.object({ microUsd: amount, at: time, inputs: json }),
  queueId: maybeText,
  queueModel: maybeText,
  projectId: z.nullable(id),
  day: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  consent: json,
  averageMs: z.nullable(z.int()),
  note: json,
  problem: json,
  refund: maybeText,
  /** Its clip. */
  assetHash: z.nullable(hash),
  /** The files it was made from. */
  uses: z.array(hash),
  /** The generation whose settings filled the form. */
  fromId: z.nullable(id),
  times: z.object({
    created: time,
    sent: maybeTime,
    accepted: maybeTime,
    mediaReady: maybeTime,
    stored: maybeTime,
    remoteDeleted: maybeTime,
    ended: maybeTime,
    starred: maybeTime,
    seen: maybeTime,
    binned: maybeTime,
    deleted: maybeTime,
  }),
  remark: maybeText,
  rating: z.nullable(z.int().check(z.minimum(1), z.maximum(5))),
  tags: z.array(z.string()),
  attempts: z.array(attemptShape),
  ledger: z.array(ledgerShape),
  transcript: z.nullable(transcriptShape),
  /** Where what came of a damaged clip stands in the archive; null: not in it. */
  received: maybeText,
})
export type GenerationRecord = z.infer<typeof generationShape>

export const usageShape = z.object({
  accountId: id,
  identity: z.string(),
  sku: z.string(),
  amountMicro: amount,
  currency: z.string(),
  at: time,
  body: json,
  generationId: z.nullable(id),
  role: z.nullable(z.enum(['charge', 'refund'])),
})
export type UsageRecord = z.infer<typeof usageShape>
