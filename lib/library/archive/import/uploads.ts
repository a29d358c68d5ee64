import 'server-only'
import { holdingHash } from '@/lib/generations/media-folder'
import { findAsset, saveDerivativeRow } from '@/lib/generations/store'
import type { AssetRecord } from '@/lib/library/archive/format'
import { bringFile } from '@/lib/library/archive/import/files'
import { knowAsset } from '@/lib/library/archive/import/related'
import { type Scene, tell } from '@/lib/library/archive/import/scene'
import { takeBack } from '@/lib/library/place-file'
import { acceptDerivative } from '@/lib/media/accept'
import { MOST_DERIVATIVE_BYTES } from '@/lib/media/sizes'

/** A file the person brought: here too it is one of those. @throws MediaError `disk-full`, `disk`; ArchiveError */
export async function importUpload(scene: Scene, { hash, uploadedAt, name }: AssetRecord): Promise<void> {
  const { db, folder, report } = scene
  if (uploadedAt === null) return
  await holdingHash(hash, async () => {
    if ((await db.asset.count({ where: { hash, uploadedAt: { not: null } } })) > 0) return
    await knowAsset(scene, hash)
    try {
      const brought = await bringFile(scene, hash)
      if (!brought.ok) return tell(scene, hash, `${brought.sentence} It was left out.`)
      await db.asset.update({ where: { hash }, data: { uploadedAt: new Date(uploadedAt), name } })
      report.uploads += 1
    } finally {
      await takeBack(db, folder, hash)
    }
  })
}

/** Poster and preview of a file that is here now, after the checks of those a browser hands in; one that does not pass is made anew. */
export async function importDerivatives(scene: Scene, { hash, poster, preview }: AssetRecord): Promise<void> {
  for (const [kind, name] of [
    ['poster', poster],
    ['preview', preview],
  ] as const) {
    const file = name === null ? null : scene.archive.file(name)
    if (!file || file.bytes > MOST_DERIVATIVE_BYTES) continue
    await holdingHash(hash, async () => {
      const clip = await findAsset(hash)
      const made = await scene.db.derivative.count({ where: { assetHash: hash, kind } })
      if (!clip || made > 0) return
      const pieces: Uint8Array[] = []
      for await (const piece of file.pieces()) pieces.push(piece)
      const bytes = new Uint8Array(Buffer.concat(pieces))
      const accepted = await acceptDerivative({ folder: scene.folder, hash, kind, bytes, clip })
      if (accepted.ok) await saveDerivativeRow(hash, accepted.facts)
    })
  }
}
