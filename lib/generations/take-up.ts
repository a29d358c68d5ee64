import 'server-only'
import { restMs } from '@/lib/generations/pace'
import { isComplete, type PartialFile, readPartial } from '@/lib/generations/partial'
import { carryOut, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { discardPart, isThere, type Part, partPath, takeUpPart } from '@/lib/media/part'
import { quarantine } from '@/lib/media/quarantine'
import type { Received } from '@/lib/media/receive'
import { clipPath, isStored } from '@/lib/media/store'

/** What an earlier attempt left of the download, if it still lies there. */
export async function findPartial(works: Works, row: Generation): Promise<PartialFile | null> {
  const partial = readPartial(row.partial)
  return partial && (await isThere(works.folder, partial)) ? partial : null
}

/** A file that came whole and got its final name, though the commit that should have followed did not come. */
export async function findKept(works: Works, row: Generation): Promise<Received | null> {
  const partial = readPartial(row.partial)
  if (!partial?.hash || !isComplete(partial)) return null
  const path = clipPath(works.folder, partial.hash)
  return (await isStored(path, partial.bytes)) ? { path, hash: partial.hash, bytes: partial.bytes } : null
}

/**
 * Makes the row ours for a download: counts the GET and, in the same commit, says that what is there is being written
 * to. From here on, whoever comes after us makes a copy, so that a process that was only paused can't spoil theirs.
 */
export async function hold(
  works: Works,
  row: Generation,
  partial: PartialFile | null,
  downloadGets: number,
): Promise<Generation | null> {
  const counted = downloadGets > row.downloadGets
  const change = {
    downloadGets,
    partial: partial && { ...partial, atRest: false },
    // Read only by who comes after a crash, since whatever comes of this GET sets another time.
    ...(counted ? { dueAt: works.now() + restMs(downloadGets) } : {}),
  }
  return carryOut(works.db, row, { change, ledger: [] }, { keepLease: true })
}

/**
 * Makes what came before ready to be gone on with. A copy is recorded before the first is removed.
 * @returns null when it is gone
 * @throws MediaError `disk-full`, `disk`
 */
export async function takeUp(
  works: Works,
  held: Generation,
  partial: PartialFile,
): Promise<{ part: Part; partial: PartialFile } | null> {
  const part = await takeUpPart(works.folder, partial)
  if (!part) return null
  const taken = { ...partial, file: part.file, bytes: part.bytes, atRest: false }
  if (part.file !== partial.file) {
    await works.db.generation.updateMany({ where: { id: held.id, version: held.version }, data: { partial: taken } })
    await discardPart(works.folder, partial.file)
  }
  return { part, partial: taken }
}

/** At the end of a job that gave no clip: what came is kept for "Download as received". Null: the row is not ours any more. */
export async function keepAsReceived(works: Works, row: Generation, partial: PartialFile): Promise<Generation | null> {
  const held = await hold(works, row, partial, row.downloadGets)
  if (held) await quarantine(works.folder, row.id, partPath(works.folder, partial.file))
  return held
}
