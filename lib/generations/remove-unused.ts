import 'server-only'
import type { Db } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import { type MediaFolder, removeFile } from '@/lib/media/store'

/**
 * Removes a file with its poster and preview when nothing refers to it any more.
 * @param within left out: the studio's media folder
 * @throws MediaError `disk`
 */
export async function removeUnused(db: Db, hash: string, within?: MediaFolder): Promise<void> {
  const folder = within ?? (await mediaFolder())
  await holdingHash(hash, async () => {
    const asset = await db.asset.findFirst({ where: { hash, NOT: KEPT } })
    if (!asset) return
    await db.derivative.deleteMany({ where: { assetHash: hash } })
    await removeFile(folder, asset)
  })
}
