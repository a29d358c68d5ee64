import 'server-only'
import { causeOf } from '@/lib/errors'
import { type BadFile, decideBadFile } from '@/lib/generations/decide-received'
import { holdingHash } from '@/lib/generations/media-folder'
import { carryOut, factsOf, type Generation, recordAsset } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'
import { MediaError } from '@/lib/media/error'
import { quarantine, removeReceived } from '@/lib/media/quarantine'
import { type Received, receiveMedia as receiveFile } from '@/lib/media/receive'
import { discardReceived, storeClip } from '@/lib/media/store'
import { type ClipFacts, verifyClip } from '@/lib/media/verify'
import type { Media } from '@/lib/venice/answers'

/** No clip of this API comes near it; a sender that never ends is cut off. Bytes. */
const LARGEST_CLIP = 4 * 1024 ** 3
/** How often the row says how far the download is, ms. */
const PROGRESS_EVERY = 500

/**
 * Takes the media in: temporary file → hash → fsync → whole-file check → rename → commit. Only after the commit may
 * anything be deleted at Venice (`clearRemote`).
 */
export async function receiveMedia(works: Works, row: Generation, media: Media): Promise<void> {
  const received = await take(works, row, media)
  if (!received) return
  const verdict = await verifyClip(received.path)
  if (verdict.ok) return keep(works, row, received, verdict.clip)
  log.warn({ generation: row.id, code: verdict.code, why: verdict.why }, 'a file came that is not a whole clip')
  const decision = decideBadFile(factsOf(row), 'bad', verdict.why, works.now())
  if (decision.change.state === 'quarantined') await quarantine(received, works.folder, row.id)
  else await discardReceived(received)
  await carryOut(works.db, row, decision)
}

async function take(works: Works, row: Generation, media: Media): Promise<Received | null> {
  try {
    return await receiveFile(media.body, {
      folder: works.folder,
      name: row.id,
      expectedBytes: media.length,
      maxBytes: LARGEST_CLIP,
      onProgress: progressOf(works, row, media.length),
      signal: works.signal,
      keepBroken: true,
    })
  } catch (error) {
    media.cancel()
    if (works.signal.aborted) return null
    await carryOut(works.db, row, decideBadFile(factsOf(row), codeOf(error), sentenceOf(error), works.now()))
    return null
  }
}

function codeOf(error: unknown): BadFile {
  if (!(error instanceof MediaError)) return 'cut'
  if (error.code === 'disk-full' || error.code === 'disk') return 'disk'
  return error.code === 'too-large' ? 'too-large' : 'cut'
}

const sentenceOf = (error: unknown) => (error instanceof MediaError ? error.sentence : causeOf(error))

async function keep(works: Works, row: Generation, received: Received, clip: ClipFacts): Promise<void> {
  const { hash, bytes } = received
  await holdingHash(hash, async () => {
    await storeClip(received, works.folder)
    const now = works.now()
    const change = {
      state: 'stored' as const,
      assetHash: hash,
      storedAt: now,
      dueAt: now,
      failures: 0,
      note: null,
      problem: null,
    }
    await carryOut(
      works.db,
      row,
      { change, ledger: [] },
      { before: (tx) => recordAsset(tx, hash, bytes, clip, new Date(now)) },
    )
  })
  // What an earlier attempt left among the damaged ones.
  await removeReceived(works.folder, row.id)
}

/** Progress is a courtesy: it is not fenced and not waited for. */
function progressOf(works: Works, row: Generation, length: number | null) {
  let saidAt = 0
  return (bytes: number) => {
    const now = works.now()
    if (now - saidAt < PROGRESS_EVERY) return
    saidAt = now
    works.db.generation
      .updateMany({
        where: { id: row.id, version: row.version },
        data: { receivedBytes: BigInt(bytes), totalBytes: length === null ? null : BigInt(length) },
      })
      .catch((error: unknown) => log.warn({ cause: causeOf(error) }, 'download progress could not be written'))
  }
}
