import 'server-only'
import type {
  Account,
  Asset,
  Prisma,
  Project,
  SavedSearch,
  SpendingRules,
  UsageEntry,
} from '@/lib/generated/prisma/client'
import type {
  AccountRecord,
  AssetRecord,
  GenerationRecord,
  ProjectRecord,
  SearchRecord,
  UsageRecord,
} from '@/lib/library/archive/format'

// Rows as records. What is left out on purpose: keys' fingerprints, download links, leases, parts of downloads, and what
// is only a copy of the vendor's (catalogue, prices, limits).

export function accountRecord(row: Account & { rules: SpendingRules | null }): AccountRecord {
  const { rules } = row
  return {
    id: row.id,
    baseUrl: row.baseUrl,
    sandbox: row.sandbox,
    createdAt: row.createdAt.toISOString(),
    rules: rules && {
      timeZone: rules.timeZone,
      dayCapMicroUsd: numberOf(rules.dayCapMicroUsd),
      generationCapMicroUsd: numberOf(rules.generationCapMicroUsd),
      askAboveMicroUsd: numberOf(rules.askAboveMicroUsd),
    },
  }
}

export function projectRecord({ id, accountId, name, capMicroUsd, parentId, createdAt }: Project): ProjectRecord {
  return { id, accountId, name, capMicroUsd: numberOf(capMicroUsd), parentId, createdAt: createdAt.toISOString() }
}

export function searchRecord({ id, accountId, name, query, createdAt }: SavedSearch): SearchRecord {
  return { id, accountId, name, query, createdAt: createdAt.toISOString() }
}

export function usageRecord(row: UsageEntry): UsageRecord {
  const { accountId, identity, sku, currency, generationId, role } = row
  return {
    accountId,
    identity,
    sku,
    amountMicro: Number(row.amountMicro),
    currency,
    at: row.at.toISOString(),
    body: plain(row.body),
    generationId,
    role,
  }
}

/** Where the files of an asset stand in the archive. */
export type Filed = Pick<AssetRecord, 'file' | 'poster' | 'preview'>

export function assetRecord(row: Asset, filed: Filed): AssetRecord {
  const { hash, mime, width, height, durationMs, fps, hasAudio, name, takenFromHash, takenAtMs } = row
  return {
    hash,
    mime,
    bytes: Number(row.bytes),
    width,
    height,
    durationMs,
    fps,
    hasAudio,
    createdAt: row.createdAt.toISOString(),
    name,
    uploadedAt: timeOf(row.uploadedAt),
    takenFromHash,
    takenAtMs,
    ...filed,
  }
}

/** What a generation's record is made of: read rows with it, in a transaction, so that they belong together. */
export const GENERATION_INCLUDE = {
  attempts: { orderBy: { number: 'asc' } },
  ledger: { orderBy: { id: 'asc' } },
  uses: { orderBy: { assetHash: 'asc' } },
  tags: { include: { tag: true }, orderBy: { tagId: 'asc' } },
  transcript: true,
} as const

export type GenerationRow = Prisma.GenerationGetPayload<{ include: typeof GENERATION_INCLUDE }>

export function generationRecord(row: GenerationRow, received: string | null): GenerationRecord {
  const record = {
    id: row.id,
    accountId: row.accountId,
    kind: row.kind,
    state: row.state,
    model: { id: row.modelId, name: row.modelName },
    prompt: row.prompt,
    input: plain(row.input),
    request: plain(row.request),
    quote: { microUsd: Number(row.quoteMicroUsd), at: row.quotedAt.toISOString(), inputs: plain(row.quoteInputs) },
    queueId: row.queueId,
    queueModel: row.queueModel,
    projectId: row.projectId,
    day: row.day,
    consent: plain(row.consent),
    averageMs: row.averageMs,
    note: plain(row.note),
    problem: plain(row.problem),
    refund: row.refund,
    assetHash: row.assetHash,
    uses: row.uses.map(({ assetHash }) => assetHash),
    fromId: row.fromId,
    times: timesOf(row),
    remark: row.remark,
    rating: row.rating,
    tags: row.tags.map(({ tag }) => tag.name),
    attempts: row.attempts.map(attemptOf),
    ledger: row.ledger.map(lineOf),
    transcript: row.transcript && transcriptOf(row.transcript),
    received,
  }
  return row.downloadUrl === null ? record : withoutSecret(record, row.downloadUrl)
}

const timesOf = (row: GenerationRow): GenerationRecord['times'] => ({
  created: row.createdAt.toISOString(),
  sent: timeOf(row.sentAt),
  accepted: timeOf(row.acceptedAt),
  mediaReady: timeOf(row.mediaReadyAt),
  stored: timeOf(row.storedAt),
  remoteDeleted: timeOf(row.remoteDeletedAt),
  ended: timeOf(row.endedAt),
  starred: timeOf(row.starredAt),
  seen: timeOf(row.seenAt),
  binned: timeOf(row.binnedAt),
  deleted: timeOf(row.deletedAt),
})

const attemptOf = ({ number, sentAt, answeredAt, outcome, status, evidence }: GenerationRow['attempts'][number]) => ({
  number,
  sentAt: sentAt.toISOString(),
  answeredAt: timeOf(answeredAt),
  outcome,
  status,
  evidence: plain(evidence),
})

const lineOf = ({ kind, number, microUsd, unknown, at, evidence }: GenerationRow['ledger'][number]) => ({
  kind,
  number,
  microUsd: Number(microUsd),
  unknown,
  at: at.toISOString(),
  evidence: plain(evidence),
})

const transcriptOf = ({ url, videoId, lang, text, raw }: NonNullable<GenerationRow['transcript']>) => ({
  url,
  videoId,
  lang,
  text,
  raw,
})

/** The vendor's words may repeat its link: it opens the clip to anybody who has it. */
function withoutSecret(record: GenerationRecord, link: string): GenerationRecord {
  const quoted = JSON.stringify(link).slice(1, -1)
  return JSON.parse(JSON.stringify(record).replaceAll(quoted, '(a download link)'))
}

/** JSON of a column as it is written. */
const plain = (value: Prisma.JsonValue): Json => JSON.parse(JSON.stringify(value ?? null))

type Json = GenerationRecord['input']

const timeOf = (date: Date | null) => date?.toISOString() ?? null
const numberOf = (amount: bigint | null) => (amount === null ? null : Number(amount))
