import 'server-only'
import { causeOf } from '@/lib/errors'
import { type BadFile, decideBadFile } from '@/lib/generations/decide-received'
import type { Change } from '@/lib/generations/decision'
import { holdingHash } from '@/lib/generations/media-folder'
import type { PartialFile } from '@/lib/generations/partial'
import { sayProgress } from '@/lib/generations/progress'
import { carryOut, factsOf, type Generation, recordAsset } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'
import type { MediaError } from '@/lib/media/error'
import { discardPart, type Part, type PartFile, partPath } from '@/lib/media/part'
import { quarantine, removeReceived } from '@/lib/media/quarantine'
import { type Received, receiveMedia as receiveFile } from '@/lib/media/receive'
import { KEEP_FREE } from '@/lib/media/room'
import { storeClip } from '@/lib/media/store'
import { type ClipFacts, verifyClip } from '@/lib/media/verify'
import type { Media } from '@/lib/venice/answers'

/** No clip of this API comes near it; a sender that never ends is cut off. Bytes. */
const LARGEST_CLIP = 4 * 1024 ** 3

/**
 * Takes the media in: temporary file → hash → fsync → whole-file check → rename → commit. Only after the commit may
 * anything be deleted at Venice (`clearRemote`).
 * @param part what came before, if the media goes on where it ends
 */
export async function receiveMedia(works: Works, row: Generation, media: Media, part?: Part): Promise<void> {
  const { say, safe } = sayProgress(works, row, media)
  const reception = await receiveFile(media.body, {
    folder: works.folder,
    name: row.id,
    part,
    expectedBytes: media.length,
    maxBytes: LARGEST_CLIP,
    keepFree: KEEP_FREE,
    onProgress: say,
    onSafe: safe,
    signal: works.signal,
  })
  if (reception.kind === 'whole') return examineReceived(works, row, reception.received)
  media.cancel()
  await breakOff(works, row, media, reception)
}

/** Looks through a file that came whole, and stores it if it is a clip. */
export async function examineReceived(works: Works, row: Generation, received: Received): Promise<void> {
  const verdict = await verifyClip(received.path)
  if (verdict.ok) return keep(works, row, received, verdict.clip)
  log.warn({ generation: row.id, code: verdict.code, why: verdict.why }, 'a file came that is not a whole clip')
  const { change, ledger } = decideBadFile(factsOf(row), 'bad', verdict.why, works.now())
  await quarantine(works.folder, row.id, received.path)
  await carryOut(works.db, row, { change: { ...change, partial: null }, ledger })
}

async function breakOff(
  works: Works,
  row: Generation,
  media: Media,
  { error, left }: { error: MediaError; left: PartFile | null },
): Promise<void> {
  const code = codeOf(error)
  const partial = code === 'too-large' ? null : partialOf(row, media, left)
  if (left && !partial) await setAside(works, row, left, code)
  const decided: Change = works.signal.aborted
    ? { dueAt: works.now() }
    : decideBadFile(factsOf(row), code, whyOf(error), works.now()).change
  await carryOut(works.db, row, { change: { ...decided, partial }, ledger: [] })
}

/** What can be gone on with: a link that names its version. Media in the body of an answer always start anew. */
function partialOf(row: Generation, { tag, length }: Media, left: PartFile | null): PartialFile | null {
  return left && tag !== null && row.downloadUrl !== null ? { ...left, tag, length } : null
}

/** What can't be gone on with is kept as received, unless the disk has no room for it or we stopped it ourselves. */
async function setAside(works: Works, row: Generation, left: PartFile, code: BadFile): Promise<void> {
  if (code === 'disk' || works.signal.aborted) await discardPart(works.folder, left.file)
  else await quarantine(works.folder, row.id, partPath(works.folder, left.file))
}

function codeOf({ code }: MediaError): BadFile {
  if (code === 'disk-full' || code === 'disk') return 'disk'
  return code === 'too-large' ? 'too-large' : 'cut'
}

const whyOf = (error: MediaError) => (error.code === 'cut' && error.cause ? causeOf(error.cause) : error.sentence)

async function keep(works: Works, row: Generation, received: Received, clip: ClipFacts): Promise<void> {
  const { hash, bytes } = received
  await holdingHash(hash, async () => {
    // Nothing refers to it yet: should this process end before the commit, a start knows whose file that was.
    await recordAsset(works.db, hash, bytes, clip, new Date(works.now()))
    await storeClip(received, works.folder)
    const now = works.now()
    const change = {
      state: 'stored' as const,
      assetHash: hash,
      storedAt: now,
      dueAt: now,
      failures: 0,
      partial: null,
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
