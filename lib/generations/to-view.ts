import 'server-only'
import * as z from 'zod'
import type {
  Account,
  Asset,
  Derivative,
  Generation,
  LedgerEntry,
  Project,
  UsageEntry,
} from '@/lib/generated/prisma/client'
import type { ClipView } from '@/lib/generations/clip-view'
import { inputShape } from '@/lib/generations/input'
import { viewProblem } from '@/lib/generations/problem'
import { remoteOf } from '@/lib/generations/remote'
import type { ConsentView, GenerationView, MoneyView } from '@/lib/generations/view'
import { clipFileName } from '@/lib/media/file-name'
import { standingOf } from '@/lib/money/standing'

/** What a view is made of; read rows with `include: VIEW_INCLUDE`. */
export const VIEW_INCLUDE = {
  account: true,
  project: true,
  asset: { include: { derivatives: true } },
  ledger: { orderBy: { id: 'asc' } },
  usage: true,
} as const

export type ViewRow = MoneyRow & {
  account: Account
  project: Project | null
  asset: (Asset & { derivatives: Derivative[] }) | null
}

/** A row with what its money is read from. */
export type MoneyRow = Generation & { ledger: LedgerEntry[]; usage: UsageEntry[] }

/** A row as screens get it: no secret (`downloadUrl`, the key's fingerprint) is in it. */
export function toView(row: ViewRow): GenerationView {
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    state: row.state,
    account: { id: row.accountId, sandbox: row.account.sandbox },
    model: { id: row.modelId, name: row.modelName },
    input: inputShape.parse(row.input),
    quote: { microUsd: quoteOf(row), at: row.quotedAt.getTime() },
    money: moneyOf(row),
    progress: {
      averageMs: row.averageMs,
      receivedBytes: row.receivedBytes === null ? null : Number(row.receivedBytes),
      totalBytes: row.totalBytes === null ? null : Number(row.totalBytes),
    },
    note: viewProblem(row.note),
    problem: viewProblem(row.problem),
    clip: row.asset && row.deletedAt === null ? clipOf(row, row.asset) : null,
    unseen: row.assetHash !== null && row.deletedAt === null && row.seenAt === null,
    queueId: row.queueId,
    remote: remoteOf(row),
    project: row.project && { id: row.project.id, name: row.project.name },
    consent: consentOf(row),
    starred: row.starredAt !== null,
    createdAt: row.createdAt.getTime(),
    sentAt: timeOf(row.sentAt),
    acceptedAt: timeOf(row.acceptedAt),
    mediaReadyAt: timeOf(row.mediaReadyAt),
    storedAt: timeOf(row.storedAt),
    endedAt: timeOf(row.endedAt),
  }
}

/** How the money of a row stands, read from its ledger: the state only says whether what is held may have been charged. */
export function moneyOf(row: MoneyRow): MoneyView {
  const { held, charged, refunded, unknown } = standingOf(
    row.ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) })),
  )
  const bill = row.usage.find((entry) => entry.role === 'charge')
  const rest = {
    asQuoted: charged > 0 && !bill,
    billed: bill ? { amountMicro: -Number(bill.amountMicro), currency: bill.currency } : null,
    refundedMicroUsd: refunded,
    refund: refundOf(row.refund),
  }
  if (unknown === 'held') return { label: 'Unknown', microUsd: null, ...rest }
  if (unknown === 'charged') return { label: 'Charged', microUsd: null, ...rest }
  if (row.state === 'rejected' && held > 0) return { label: 'Unknown', microUsd: null, ...rest }
  if (held > 0) return { label: 'Held', microUsd: held, ...rest }
  if (charged > refunded) return { label: 'Charged', microUsd: charged - refunded, ...rest }
  return { label: 'Nothing spent', microUsd: null, ...rest }
}

/** The price that was on the button, µUSD; null where nobody told one. */
export function quoteOf({ kind, quoteMicroUsd }: Pick<Generation, 'kind' | 'quoteMicroUsd'>): number | null {
  return kind === 'transcript' ? null : Number(quoteMicroUsd)
}

const refundOf = (told: string | null): MoneyView['refund'] =>
  told === 'yes' || told === 'no' || told === 'unknown' ? told : null

/** What was asked to be agreed to, as the row keeps it; null when nothing was. */
export function consentOf(row: Pick<Generation, 'consent'>): ConsentView | null {
  return consentShape.safeParse(row.consent).data ?? null
}

const consentShape: z.ZodType<ConsentView> = z.object({
  version: z.string(),
  policyText: z.string(),
  roles: z.array(z.string()),
  docsUrl: z.string().nullable(),
  confirmedAt: z.number().nullable(),
})

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
