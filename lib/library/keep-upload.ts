import 'server-only'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { toMedium } from '@/lib/generations/ground-media'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { TRANSACTION } from '@/lib/generations/store'
import { fileNameOf } from '@/lib/library/file-name'
import { placeFile, takeBack } from '@/lib/library/place-file'
import type { TakenFrom } from '@/lib/library/taken-from'
import type { MadePoster } from '@/lib/media/look-into'
import type { Received } from '@/lib/media/receive'
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
 * Stores a file that was looked through, then commits that it was brought. The same bytes are one asset: a clip that was
 * generated here stays what it is, and is now an upload too.
 * @throws MediaError `disk-full`, `disk`; then nothing of it is left
 */
export async function keepUpload(received: Received, looked: Looked, { name, takenFrom }: Told): Promise<AssetMedium> {
  const { hash } = received
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  return holdingHash(hash, async () => {
    try {
      await placeFile({ db, folder, received, ...looked })
      return toMedium(await commit(db, hash, fileNameOf(name), takenFrom))
    } catch (error) {
      await takeBack(db, folder, hash)
      throw error
    }
  })
}

function commit(db: Db, hash: string, name: string, takenFrom: TakenFrom | null) {
  return db.$transaction(async (tx) => {
    const asset = await tx.asset.update({ where: { hash }, data: { name, uploadedAt: new Date(systemClock()) } })
    // The same frame may have been taken before, of a clip that went on to be known by it: that one stays.
    if (takenFrom) {
      const { hash: takenFromHash, atMs: takenAtMs } = takenFrom
      await tx.asset.updateMany({ where: { hash, takenFromHash: null }, data: { takenFromHash, takenAtMs } })
    }
    return asset
  }, TRANSACTION)
}
