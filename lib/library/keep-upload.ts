import 'server-only'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { toMedium } from '@/lib/generations/ground-media'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { fileNameOf } from '@/lib/library/file-name'
import { placeFile, takeBack } from '@/lib/library/place-file'
import type { MadePoster } from '@/lib/media/look-into'
import type { Received } from '@/lib/media/receive'
import type { ClipFacts } from '@/lib/media/verify'

interface Looked {
  facts: ClipFacts
  poster?: MadePoster
}

/**
 * Stores a file that was looked through, then commits that it was brought. The same bytes are one asset: a clip that was
 * generated here stays what it is, and is now an upload too.
 * @throws MediaError `disk-full`, `disk`; then nothing of it is left
 */
export async function keepUpload(received: Received, looked: Looked, name: string): Promise<AssetMedium> {
  const { hash } = received
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  return holdingHash(hash, async () => {
    try {
      await placeFile({ db, folder, received, ...looked })
      const brought = { name: fileNameOf(name), uploadedAt: new Date(systemClock()) }
      return toMedium(await db.asset.update({ where: { hash }, data: brought }))
    } catch (error) {
      await takeBack(db, folder, hash)
      throw error
    }
  })
}
