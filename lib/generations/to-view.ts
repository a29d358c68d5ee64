import 'server-only'
import type { Account, Asset, Derivative, Generation } from '@/lib/generated/prisma/client'
import { inputShape } from '@/lib/generations/input'
import { viewProblem } from '@/lib/generations/problem'
import type { ClipView, GenerationView, MoneyView } from '@/lib/generations/view'
import { clipFileName } from '@/lib/media/file-name'

/** What a view is made of; read rows with `include: VIEW_INCLUDE`. */
export const VIEW_INCLUDE = { account: true, asset: { include: { derivatives: true } } } as const

export type ViewRow = Generation & { account: Account; asset: (Asset & { derivatives: Derivative[] }) | null }

/** A row as screens get it: no secret (`downloadUrl`, the key's fingerprint) is in it. */
export function toView(row: ViewRow): GenerationView {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    account: { id: row.accountId, sandbox: row.account.sandbox },
    model: { id: row.modelId, name: row.modelName },
    input: inputShape.parse(row.input),
    quote: { microUsd: Number(row.quoteMicroUsd), at: row.quotedAt.getTime() },
    money: moneyOf(row),
    progress: {
      averageMs: row.averageMs,
      receivedBytes: row.receivedBytes === null ? null : Number(row.receivedBytes),
      totalBytes: row.totalBytes === null ? null : Number(row.totalBytes),
    },
    note: viewProblem(row.note),
    problem: viewProblem(row.problem),
    clip: row.asset && row.deletedAt === null ? clipOf(row, row.asset) : null,
    queueId: row.queueId,
    createdAt: row.createdAt.getTime(),
    sentAt: timeOf(row.sentAt),
    acceptedAt: timeOf(row.acceptedAt),
    mediaReadyAt: timeOf(row.mediaReadyAt),
    storedAt: timeOf(row.storedAt),
    endedAt: timeOf(row.endedAt),
  }
}

/** How the money of a row stands (docs/architecture.md: charged as quoted from `processing` on). */
export function moneyOf(row: Pick<Generation, 'state' | 'refund' | 'quoteMicroUsd'>): MoneyView {
  const refund = row.refund === 'yes' || row.refund === 'no' || row.refund === 'unknown' ? row.refund : null
  const quoted = Number(row.quoteMicroUsd)
  const held: MoneyView = { label: 'Held', microUsd: quoted, asQuoted: true, refund }
  const charged: MoneyView = { label: 'Charged', microUsd: quoted, asQuoted: true, refund }
  const nothing: MoneyView = { label: 'Nothing spent', microUsd: null, asQuoted: false, refund }
  switch (row.state) {
    case 'waiting':
    case 'submitting':
    case 'uncertain':
      return held
    case 'processing':
    case 'receiving':
    case 'stored':
    case 'done':
    case 'lost':
    case 'quarantined':
      return charged
    case 'failed':
      return refund === 'yes' ? nothing : charged
    case 'rejected':
      if (refund === 'no') return charged
      return refund === 'unknown' ? { ...nothing, label: 'Unknown' } : nothing
    case 'awaiting_consent':
    case 'cancelled':
      return nothing
  }
}

function clipOf(row: Generation, asset: NonNullable<ViewRow['asset']>): ClipView {
  const base = `/api/media/${asset.hash}`
  const has = (kind: Derivative['kind']) => asset.derivatives.some((derivative) => derivative.kind === kind)
  return {
    hash: asset.hash,
    src: base,
    poster: has('poster') ? `${base}/poster` : null,
    preview: has('preview') ? `${base}/preview` : null,
    fileName: clipFileName({
      id: row.id,
      prompt: row.prompt,
      modelName: row.modelName,
      createdAt: row.createdAt.getTime(),
    }),
    mime: asset.mime,
    bytes: Number(asset.bytes),
    width: asset.width,
    height: asset.height,
    durationMs: asset.durationMs,
    fps: asset.fps,
    hasAudio: asset.hasAudio,
  }
}

const timeOf = (date: Date | null) => date?.getTime() ?? null
