import 'server-only'
import { studioDb } from '@/lib/db/client'
import type { Asset } from '@/lib/generated/prisma/client'
import { KEPT } from '@/lib/generations/kept-asset'
import { type AssetMedium, type MediaInput, mapMedia, placedMedia } from '@/lib/generations/media-input'

/** A file of the library as a medium; null when it is not there. */
export async function groundMedium(hash: string): Promise<AssetMedium | null> {
  return (await assetsByHash([hash])).get(hash) ?? null
}

/**
 * The media of an input with the facts the library knows, whatever the form said of them.
 * @returns the path of the first file that is not in the library, when one is not
 */
export async function groundMedia(
  media: MediaInput,
): Promise<{ ok: true; media: MediaInput } | { ok: false; path: (string | number)[] }> {
  const placed = placedMedia(media)
  const known = await assetsByHash(placed.flatMap(({ medium }) => (medium.kind === 'asset' ? [medium.hash] : [])))
  const lost = placed.find(({ medium }) => medium.kind === 'asset' && !known.has(medium.hash))
  if (lost) return { ok: false, path: lost.path }
  return {
    ok: true,
    media: mapMedia(media, (medium) => {
      const asset = medium.kind === 'asset' ? known.get(medium.hash) : undefined
      return asset ?? medium
    }),
  }
}

async function assetsByHash(hashes: string[]): Promise<Map<string, AssetMedium>> {
  if (hashes.length === 0) return new Map()
  const db = await studioDb()
  const assets = await db.asset.findMany({
    where: { hash: { in: hashes }, ...KEPT },
  })
  return new Map(assets.map((asset) => [asset.hash, toMedium(asset)]))
}

/** Facts that a kind of file has not are kept as 0. */
export function toMedium({ hash, mime, bytes, width, height, durationMs, name }: Asset): AssetMedium {
  return {
    kind: 'asset',
    hash,
    mime,
    bytes: Number(bytes),
    width: width || null,
    height: height || null,
    seconds: durationMs === 0 ? null : durationMs / 1000,
    name: name ?? `${hash.slice(0, 8)}`,
  }
}
