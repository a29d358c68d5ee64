import 'server-only'
import { rm } from 'node:fs/promises'
import type { Asset, Derivative } from '@/lib/generated/prisma/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { holdingHash } from '@/lib/generations/media-folder'
import { recordDerivative } from '@/lib/generations/store'
import type { FileCheck } from '@/lib/library/doctor/files'
import type { Mended } from '@/lib/library/doctor/mend'
import { derivativePath } from '@/lib/media/derivative'
import { keepDerivative } from '@/lib/media/derive'
import { regularSize } from '@/lib/media/durable'
import { inTurn, makePoster } from '@/lib/media/picture'
import { assetPath } from '@/lib/media/store'

/**
 * Posters and previews that are missing or not whole. Of a picture the poster is made again now; of a clip what is known
 * of it is forgotten, so that the studio makes it again where it has ffmpeg, else the next browser that is open.
 */
export async function* mendDerivatives(check: FileCheck): AsyncGenerator<Mended> {
  const { db, folder } = check
  const rows = await db.derivative.findMany({
    where: { asset: KEPT },
    include: { asset: true },
    orderBy: { assetHash: 'asc' },
  })
  for (const { asset, ...made } of rows) {
    const path = derivativePath(folder, asset.hash, made)
    if (path && (await regularSize(path)) === made.bytes) continue
    const again = await holdingHash(asset.hash, () => mendOne(check, asset, made, path))
    yield { about: `the ${made.kind} of ${asset.hash}`, what: again ? 'made again' : 'will be made again' }
  }
}

/** @returns whether it is here again */
async function mendOne(
  { db, folder }: FileCheck,
  asset: Asset,
  made: Derivative,
  path: string | null,
): Promise<boolean> {
  // A browser may have handed in the same again meanwhile: then it makes it once more.
  await db.derivative.deleteMany({ where: { assetHash: asset.hash, kind: made.kind } })
  if (path) await rm(path, { force: true })
  if (!asset.mime.startsWith('image/')) return false
  const own = assetPath(folder, asset)
  // The doctor names a picture that is gone; there is nothing to make a poster of.
  if ((await regularSize(own)) !== Number(asset.bytes)) return false
  const poster = await inTurn(() => makePoster(own, asset)).catch(() => null)
  if (!poster) return false
  await recordDerivative(db, asset.hash, await keepDerivative(folder, asset.hash, poster))
  return true
}
