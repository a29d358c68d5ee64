import 'server-only'
import { studioDb } from '@/lib/db/client'
import { toMedium } from '@/lib/generations/ground-media'
import type { AssetMedium, MediumKind } from '@/lib/generations/media-input'

const MOST = 60

const PREFIXES: Record<MediumKind, string[]> = {
  image: ['image/'],
  video: ['video/'],
  audio: ['audio/'],
  document: ['application/', 'text/'],
}

/** What the person brought and did not remove, the latest first. */
export async function listUploads(kind: MediumKind): Promise<AssetMedium[]> {
  const db = await studioDb()
  const assets = await db.asset.findMany({
    where: { uploadedAt: { not: null }, OR: PREFIXES[kind].map((startsWith) => ({ mime: { startsWith } })) },
    orderBy: [{ uploadedAt: 'desc' }, { hash: 'asc' }],
    take: MOST,
  })
  return assets.map(toMedium)
}
