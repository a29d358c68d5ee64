import 'server-only'
import type { Db } from '@/lib/db/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import { removeFile } from '@/lib/media/store'

/** Removes a file with its poster and preview when nothing refers to it any more. @throws MediaError `disk` */
export async function removeUnused(db: Db, hash: string): Promise<void> {
  const folder = await mediaFolder()
  await holdingHash(hash, async () => {
    const asset = await db.asset.findFirst({ where: { hash, NOT: KEPT } })
    if (!asset) return
    await db.derivative.deleteMany({ where: { assetHash: hash } })
    await removeFile(folder, asset)
  })
}
