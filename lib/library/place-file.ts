import 'server-only'
import { systemClock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { recordDerivative } from '@/lib/generations/store'
import { keepDerivative } from '@/lib/media/derive'
import type { MadePoster } from '@/lib/media/look-into'
import type { Received } from '@/lib/media/receive'
import { type MediaFolder, removeFile, storeFile } from '@/lib/media/store'
import type { ClipFacts } from '@/lib/media/verify'

export interface Placing {
  db: Db
  folder: MediaFolder
  received: Received
  facts: ClipFacts
  /** Of a picture, made while it was looked through. */
  poster?: MadePoster | undefined
}

/**
 * Puts a file that was looked through where it stays, in an order in which a kill at any moment leaves nothing unknown:
 * first its row, to which nothing refers yet; then the file. What refers to it is for the caller to commit; until then
 * the row says that the file is nobody's, and the next start removes it (lib/generations/stray-files.ts). Call it holding
 * the hash.
 * @throws MediaError `disk-full`, `disk`
 */
export async function placeFile({ db, folder, received, facts, poster }: Placing): Promise<void> {
  const { hash, bytes } = received
  const seen = { ...facts, bytes: BigInt(bytes) }
  const row = { hash, createdAt: new Date(systemClock()), ...seen }
  await db.asset.upsert({ where: { hash }, create: row, update: seen })
  await storeFile(received, folder, facts.mime)
  if (poster) await recordDerivative(db, hash, await keepDerivative(folder, hash, poster))
}

/** After what should have referred to a file was not committed: takes it back, unless something else refers to it. */
export async function takeBack(db: Db, folder: MediaFolder, hash: string): Promise<void> {
  const asset = await db.asset.findFirst({ where: { hash, NOT: KEPT } })
  if (!asset) return
  await db.derivative.deleteMany({ where: { assetHash: hash } })
  await removeFile(folder, asset)
  // Rows of what was deleted stay, for its facts.
  await db.asset.deleteMany({ where: { hash, uploadedAt: null, generations: { none: {} }, uses: { none: {} } } })
}
