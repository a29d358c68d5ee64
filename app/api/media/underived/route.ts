import { forViewers } from '@/app/access'
import { systemClock } from '@/lib/clock'
import { listUnderived } from '@/lib/generations/store'
import { probeFfmpeg } from '@/lib/media/ffmpeg'
import type { UnderivedClip } from '@/lib/media/underived'

/** Clips a browser is told of at once: it makes one after the other anyway. */
const MOST = 20
/** Where there is ffmpeg, a browser only makes what ffmpeg has not made in this time. */
const FFMPEG_FIRST_MS = 2 * 60 * 1000

/** Clips without a poster or a preview, for the browser to make (components/derive). */
export const GET = forViewers(async () => {
  const patience = (await probeFfmpeg()) === null ? 0 : FFMPEG_FIRST_MS
  const before = systemClock() - patience
  const assets = (await listUnderived(MOST)).filter((asset) => asset.createdAt <= before)
  const clips: UnderivedClip[] = assets.map(({ hash, width, height, durationMs, missing }) => {
    return { hash, src: `/api/media/${hash}`, width, height, durationMs, missing }
  })
  return Response.json({ clips }, { headers: { 'cache-control': 'no-store' } })
})
