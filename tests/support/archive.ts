import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import type { GenerationInput } from '@/lib/generations/input'
import { mediaFolder } from '@/lib/generations/media-folder'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { GenerationKind, GenerationState } from '@/lib/generations/state'
import { importView, startImport } from '@/lib/library/archive/import/job'
import type { ImportView } from '@/lib/library/archive/view'
import { takeUpload } from '@/lib/library/take-upload'
import { quarantinePath } from '@/lib/media/quarantine'
import { appendLedger, type LedgerLine } from '@/lib/money/ledger'
import { bodyOf } from '@/tests/support/body'
import { shoot } from '@/tests/support/footage'

export const MADE_AT = new Date(Date.UTC(2026, 10, 3, 9, 30))

/** A clip that is in the library as if it had been bought: its row, file, ledger and tallies. */
export interface Bought {
  id: string
  hash: string
  bytes: Buffer
}

interface Purchase {
  prompt?: string
  kind?: GenerationKind
  state?: GenerationState
  /** µUSD */
  price?: number
  lines?: LedgerLine[]
  projectId?: string
  fromId?: string
  tags?: string[]
  remark?: string
  rating?: number
  /** Hashes of uploads it was made from. */
  uses?: string[]
  input?: Partial<GenerationInput>
  bytes?: Uint8Array
  createdAt?: Date
}

const CHARGED: LedgerLine[] = [
  { kind: 'reserve', basis: 'press' },
  { kind: 'charge', basis: 'quote' },
]

let frames = 12

/** Footage like no other. */
export async function newFootage(): Promise<Buffer> {
  frames += 1
  return Buffer.from(await shoot({ frames, width: 64, height: 36 }))
}

/** Puts a clip into the library of the account in use. */
export async function buyClip(purchase: Purchase = {}): Promise<Bought> {
  const bytes = Buffer.from(purchase.bytes ?? (await newFootage()))
  const hash = createHash('sha256').update(bytes).digest('hex')
  const [db, account] = await Promise.all([studioDb(), studioAccount()])
  const taken = await takeUpload({ body: bodyOf(bytes), bytes: bytes.length, name: 'clip.mp4' })
  if (!taken.ok) throw new Error(taken.sentence)
  const id = await writeRow(account.id, { ...purchase, hash })
  // Bought, not brought.
  await db.asset.update({ where: { hash }, data: { uploadedAt: null, name: null } })
  return { id, hash, bytes }
}

/** A transcript that came. */
export async function buyTranscript(accountId: string): Promise<string> {
  const id = await writeRow(accountId, { kind: 'transcript' })
  const video = { url: 'https://youtu.be/dQw4w9WgXcQ', videoId: 'dQw4w9WgXcQ', lang: 'en' }
  const words = { text: 'Fog over the lagoon.', raw: '{"transcript":"Fog over the lagoon."}' }
  await (await studioDb()).transcript.create({ data: { generationId: id, ...video, ...words } })
  return id
}

/** A clip that came damaged: what came is kept as received. */
export async function buyDamaged(accountId: string): Promise<string> {
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  const id = await writeRow(accountId, { state: 'quarantined', prompt: 'Damaged' })
  await db.generation.update({ where: { id }, data: { downloadUrl: null } })
  await writeFile(quarantinePath(folder, id), 'half a clip')
  return id
}

/** A generation of the account in use, with or without a clip. */
export async function writeRow(accountId: string, purchase: Purchase & { hash?: string | null }): Promise<string> {
  const db = await studioDb()
  const { prompt = 'Mooring poles at dusk', price = 350_000, tags = [], uses = [], hash = null } = purchase
  const at = purchase.createdAt ?? MADE_AT
  const id = crypto.randomUUID()
  const input: GenerationInput = { ...PLAIN, prompt, ...purchase.input }
  const row = {
    id,
    accountId,
    kind: purchase.kind ?? ('video' as const),
    state: purchase.state ?? ('done' as const),
    modelId: input.modelId,
    modelName: 'Vetro Mini',
    prompt,
    input: JSON.parse(JSON.stringify(input)),
    request: { model: input.modelId, prompt },
    quoteMicroUsd: BigInt(price),
    quotedAt: at,
    quoteInputs: { key: 'k' },
    queueId: `queue-${id}`,
    downloadUrl: `https://cdn.example/secret-${id}`,
    projectId: purchase.projectId ?? null,
    fromId: purchase.fromId ?? null,
    remark: purchase.remark ?? null,
    rating: purchase.rating ?? null,
    day: '2026-11-03',
    position: 0n,
    // Never due: no engine takes it up.
    dueAt: new Date(8.64e15),
    createdAt: at,
    sentAt: at,
    assetHash: hash,
  }
  await db.$transaction(async (tx) => {
    await tx.generation.create({ data: row })
    await tx.assetUse.createMany({ data: uses.map((assetHash) => ({ generationId: id, assetHash })) })
    await tx.attempt.create({
      data: { generationId: id, number: 1, sentAt: at, outcome: 'queued', evidence: { status: 200 } },
    })
    for (const name of tags) {
      const where = { accountId_key: { accountId, key: name.toLowerCase() } }
      const tag = await tx.tag.upsert({
        where,
        create: { id: crypto.randomUUID(), accountId, name, key: name.toLowerCase() },
        update: {},
      })
      await tx.generationTag.create({ data: { generationId: id, tagId: tag.id } })
    }
    await appendLedger(tx, row, purchase.lines ?? CHARGED, at)
  })
  return id
}

const PLAIN: GenerationInput = {
  modelId: 'vetro-mini-text-to-video',
  prompt: '',
  negativePrompt: 'blur',
  duration: '5s',
  resolution: '256p',
  aspectRatio: null,
  audio: null,
  upscaleFactor: null,
  bitrate: null,
  media: NO_MEDIA,
}

/** Writes an archive to the disk as it is made. */
export async function saveArchive(pieces: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(path))
}

/** Imports an archive to its end, as the page does. @throws Error with the sentence where another one is under way */
export async function importBytes(bytes: Uint8Array): Promise<ImportView> {
  const { signal } = new AbortController()
  const busy = importView()?.state === 'receiving' || importView()?.state === 'importing'
  await new Promise<void>((resolve, reject) => {
    startImport({ body: bodyOf(bytes, 50_000), bytes: bytes.length, signal }, resolve).then((started) => {
      if (busy) reject(new Error(started.ok ? 'It was begun.' : started.sentence))
      else if (!started.ok) resolve()
    }, reject)
  })
  const view = importView()
  if (!view) throw new Error('There was no import.')
  return view
}
