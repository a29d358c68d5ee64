import 'server-only'
import * as z from 'zod/mini'
import type { Account, Asset } from '@/lib/generated/prisma/client'
import { type GenerationInput, inputShape } from '@/lib/generations/input'
import { keepMedia } from '@/lib/generations/keep-media'
import { mapMedia } from '@/lib/generations/media-input'
import { type MoneyRow, moneyOf } from '@/lib/generations/to-view'

/**
 * What a clip carries when it leaves the studio (docs/archive-format.md). Money is µUSD, times are ISO 8601. Nothing in it
 * tells whose key it was made with.
 */
export interface ClipRecord {
  format: 'squero-clip'
  version: 1
  /** Of the clip as it came, without this record. */
  sha256: string
  bytes: number
  /** The generation's id in the studio it was made in. */
  generation: string
  createdAt: string
  model: { id: string; name: string }
  /**
   * All that was asked for. Media are named by their hashes, without what they were called; an address of the person's
   * own is left out.
   */
  input: GenerationInput
  quote: { microUsd: number; at: string }
  /** null: nothing was spent. `microUsd` is null where nobody knows the amount. */
  charge: { microUsd: number | null; asQuoted: boolean } | null
  /** It was made up by the sandbox: nothing was spent in truth. */
  sandbox: boolean
}

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const amount = z.int().check(z.nonnegative())
const time = z.iso.datetime()

/** Of a record from elsewhere. */
export const clipRecordShape: z.ZodMiniType<ClipRecord> = z.object({
  format: z.literal('squero-clip'),
  version: z.literal(1),
  sha256: hash,
  bytes: amount,
  generation: z.string().check(z.regex(/^[0-9A-Za-z_-]{1,64}$/)),
  createdAt: time,
  model: z.object({
    id: z.string().check(z.minLength(1), z.maxLength(200)),
    name: z.string().check(z.maxLength(300)),
  }),
  input: inputShape,
  quote: z.object({ microUsd: amount, at: time }),
  charge: z.nullable(z.object({ microUsd: z.nullable(amount), asQuoted: z.boolean() })),
  sandbox: z.boolean(),
})

/** What a record is made of: read rows with it. */
export const RECORD_INCLUDE = {
  account: true,
  asset: true,
  ledger: { orderBy: { id: 'asc' } },
  usage: true,
} as const

export type RecordRow = MoneyRow & { account: Account; asset: Asset | null }

/** The record of a clip; null where what was asked for can't be read any more. */
export function clipRecord(row: RecordRow, asset: Asset): ClipRecord | null {
  const input = inputShape.safeParse(row.input)
  if (!input.success) return null
  return {
    format: 'squero-clip',
    version: 1,
    sha256: asset.hash,
    bytes: Number(asset.bytes),
    generation: row.id,
    createdAt: row.createdAt.toISOString(),
    model: { id: row.modelId, name: row.modelName },
    input: withoutPersonal(input.data),
    quote: { microUsd: Number(row.quoteMicroUsd), at: row.quotedAt.toISOString() },
    charge: chargeOf(row),
    sandbox: row.account.sandbox,
  }
}

/** Files may be handed on to anybody: what they are made from was called something, and addresses may open doors. */
function withoutPersonal(input: GenerationInput): GenerationInput {
  const files = keepMedia(input.media, ({ kind }) => kind === 'asset')
  return { ...input, media: mapMedia(files, (medium) => (medium.kind === 'asset' ? { ...medium, name: '' } : medium)) }
}

function chargeOf(row: MoneyRow): ClipRecord['charge'] {
  const { label, microUsd, asQuoted } = moneyOf(row)
  if (label === 'Nothing spent' || label === 'Held') return null
  return { microUsd, asQuoted }
}
