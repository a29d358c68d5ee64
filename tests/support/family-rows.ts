import { studioDb } from '@/lib/db/client'
import type { GenerationInput } from '@/lib/generations/input'
import type { AssetMedium } from '@/lib/generations/media-input'
import type { GenerationState } from '@/lib/generations/state'
import { aPicture } from '@/tests/support/media'
import { anInput } from '@/tests/support/offers'

const BEGUN = Date.UTC(2026, 10, 24, 12)
let written = 0

export interface Relative {
  prompt?: string
  input?: Partial<GenerationInput>
  fromId?: string
  state?: GenerationState
  account?: string
  /** Of its clip; null: it has none. Two may have the same. */
  hash?: string | null
  /** What it was charged, µUSD. */
  charged?: number
}

/** A clip with its row, its file's row and its charge, written without buying anything; each is later than the last. */
export async function writeRelative(relative: Relative = {}): Promise<{ id: string; hash: string }> {
  const { input: change = {}, fromId, state = 'done', account = 'account-1', charged = 350_000 } = relative
  written += 1
  const id = `00000000-0000-4000-8000-${String(written).padStart(12, '0')}`
  const hash = relative.hash === undefined ? hashOf(`clip ${written}`) : relative.hash
  const at = new Date(BEGUN + written * 60_000)
  const input = anInput({ prompt: relative.prompt ?? 'Mooring poles at dusk', ...change })
  const db = await studioDb()
  await db.account.upsert({ where: { id: account }, create: accountRow(account, at), update: {} })
  if (hash !== null) await writeFile(hash, 'video/mp4')
  await db.generation.create({
    data: {
      id,
      state,
      accountId: account,
      modelId: input.modelId,
      modelName: 'LTX Video',
      prompt: input.prompt,
      input: JSON.parse(JSON.stringify(input)),
      request: {},
      quoteMicroUsd: BigInt(charged),
      quotedAt: at,
      quoteInputs: {},
      day: '2026-11-24',
      position: 0n,
      dueAt: at,
      createdAt: at,
      assetHash: hash,
      fromId: fromId ?? null,
      uses: { create: usedIn(input).map((assetHash) => ({ assetHash })) },
      ledger: {
        create: [
          { accountId: account, kind: 'reserve', microUsd: BigInt(charged), at },
          { accountId: account, kind: 'charge', microUsd: BigInt(charged), at },
        ],
      },
    },
  })
  return { id, hash: hash ?? '' }
}

/** A picture the person brought, or a frame of a clip. */
export async function writePicture(name: string, takenFromHash?: string): Promise<AssetMedium> {
  const medium = aPicture({ hash: hashOf(name), name })
  await writeFile(medium.hash, medium.mime, { name, takenFromHash: takenFromHash ?? null, uploadedAt: new Date(BEGUN) })
  return medium
}

/** The clip of a relative as a medium. */
export const asMedium = (hash: string): AssetMedium => ({ ...aPicture({ mime: 'video/mp4', name: 'clip.mp4' }), hash })

async function writeFile(hash: string, mime: string, more: object = {}): Promise<void> {
  const db = await studioDb()
  const facts = {
    bytes: 1000n,
    width: 1920,
    height: 1080,
    durationMs: mime === 'video/mp4' ? 6000 : 0,
    hasAudio: false,
  }
  await db.asset.upsert({
    where: { hash },
    create: { hash, mime, ...facts, createdAt: new Date(BEGUN), ...more },
    update: {},
  })
}

const accountRow = (id: string, createdAt: Date) => ({
  id,
  baseUrl: `http://${id}`,
  keyFingerprint: id,
  sandbox: true,
  createdAt,
})

function usedIn({ media }: GenerationInput): string[] {
  const all = [media.startImage, media.endImage, media.sourceVideo, ...media.referenceVideos, ...media.referenceImages]
  return [...new Set(all.flatMap((medium) => (medium?.kind === 'asset' ? [medium.hash] : [])))]
}

const hashOf = (name: string) => Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64)
