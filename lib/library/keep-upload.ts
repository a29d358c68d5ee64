import 'server-only'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { toMedium } from '@/lib/generations/ground-media'
import { KEPT } from '@/lib/generations/kept-asset'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { recordDerivative, TRANSACTION } from '@/lib/generations/store'
import { fileNameOf } from '@/lib/library/file-name'
import type { TakenFrom } from '@/lib/library/taken-from'
import { type DerivativeFacts, keepDerivative } from '@/lib/media/derive'
import type { MadePoster } from '@/lib/media/look-into'
import type { Received } from '@/lib/media/receive'
import { removeFile, storeFile } from '@/lib/media/store'
import type { ClipFacts } from '@/lib/media/verify'

interface Looked {
  facts: ClipFacts
  poster?: MadePoster
}

/** What was said of a file when it was sent. */
interface Told {
  name: string
  /** The clip it is a frame of, known to be here; null: of none. */
  takenFrom: TakenFrom | null
}

/**
 * Stores a file that was looked through, then commits its row. The same bytes are one asset: a clip that was generated
 * here stays what it is, and is now an upload too.
 * @throws MediaError `disk-full`, `disk`; then nothing of it is left
 */
export async function keepUpload(received: Received, { facts, poster }: Looked, told: Told): Promise<AssetMedium> {
  const { hash } = received
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  return holdingHash(hash, async () => {
    try {
      await storeFile(received, folder, facts.mime)
      const made = poster && (await keepDerivative(folder, hash, poster))
      return toMedium(await record(db, received, { facts, made, ...told }))
    } catch (error) {
      if ((await db.asset.count({ where: { hash, ...KEPT } })) === 0)
        await removeFile(folder, { hash, mime: facts.mime })
      throw error
    }
  })
}

interface Recorded extends Told {
  facts: ClipFacts
  made: DerivativeFacts | undefined
}

function record(db: Db, { hash, bytes }: Received, { facts, made, name, takenFrom }: Recorded) {
  const at = new Date(systemClock())
  const brought = { name: fileNameOf(name), uploadedAt: at }
  return db.$transaction(async (tx) => {
    const asset = await tx.asset.upsert({
      where: { hash },
      create: { hash, createdAt: at, ...facts, bytes: BigInt(bytes), ...brought },
      update: brought,
    })
    if (made) await recordDerivative(tx, hash, made)
    // The same frame may have been taken before, of a clip that went on to be known by it: that one stays.
    if (takenFrom) {
      const { hash: takenFromHash, atMs: takenAtMs } = takenFrom
      await tx.asset.updateMany({ where: { hash, takenFromHash: null }, data: { takenFromHash, takenAtMs } })
    }
    return asset
  }, TRANSACTION)
}
