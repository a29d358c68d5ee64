import 'server-only'
import { causeOf } from '@/lib/errors'
import { holdingHash } from '@/lib/generations/media-folder'
import { findAsset, listUnderived, saveDerivativeRow } from '@/lib/generations/store'
import { log } from '@/lib/log'
import { deriveFromClip } from '@/lib/media/derive'
import { probeFfmpeg } from '@/lib/media/ffmpeg'
import { assetPath, type MediaFolder } from '@/lib/media/store'
import { pause } from '@/lib/pause'

const EVERY = 2000

/**
 * Makes posters and previews of what arrives, one clip at a time, where the machine has ffmpeg. Where it has none,
 * the browser makes them (components/derive) and nothing runs here.
 */
export function startDeriving(folder: MediaFolder): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const running = derive(folder, stopping.signal).catch((error: unknown) =>
    log.error({ cause: causeOf(error) }, 'posters are not made any more'),
  )
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function derive(folder: MediaFolder, signal: AbortSignal): Promise<void> {
  if ((await probeFfmpeg()) === null) return
  const given = new Set<string>()
  while (!signal.aborted) {
    const [next] = (await listUnderived(given.size + 1)).filter((clip) => !given.has(clip.hash))
    if (!next) {
      await pause(EVERY, signal)
      continue
    }
    // Tried once in a process's life: a clip that ffmpeg can't read is not tried for ever.
    given.add(next.hash)
    await deriveOne(folder, next, signal)
  }
}

type Underived = Awaited<ReturnType<typeof listUnderived>>[number]

async function deriveOne(folder: MediaFolder, clip: Underived, signal: AbortSignal): Promise<void> {
  try {
    // Nobody deletes the clip meanwhile, and nothing is made of one that was deleted.
    await holdingHash(clip.hash, async () => {
      if (!(await findAsset(clip.hash))) return
      const made = await deriveFromClip(assetPath(folder, clip), clip.hash, folder, clip, { signal })
      for (const facts of made ?? []) await saveDerivativeRow(clip.hash, facts)
    })
  } catch (error) {
    if (signal.aborted) return
    log.warn({ asset: clip.hash, cause: causeOf(error) }, 'a poster or preview could not be made')
  }
}
