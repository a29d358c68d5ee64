import 'server-only'
import type { FileHandle } from 'node:fs/promises'
import { causeOf } from '@/lib/errors'
import { mediaFolder } from '@/lib/generations/media-folder'
import { ArchiveError } from '@/lib/library/archive/import/error'
import { importArchive } from '@/lib/library/archive/import/import'
import { type Archive, openArchive } from '@/lib/library/archive/import/open'
import { spoolArchive } from '@/lib/library/archive/import/spool'
import { emptyReport, type ImportReport, type ImportView } from '@/lib/library/archive/view'
import { openIncoming } from '@/lib/library/incoming'
import { log } from '@/lib/log'
import { MediaError } from '@/lib/media/error'
import { once } from '@/lib/once'

const desk = once('archive-import', () => ({ view: null as ImportView | null }))

export interface ArchiveBody {
  body: ReadableStream<Uint8Array> | null
  /** What the sender announced; null when it did not. Bytes. */
  bytes: number | null
  signal: AbortSignal
}

export type Started = { ok: true } | { ok: false; sentence: string }

const BUSY = 'An archive is being imported already. Wait until it is, then import the next one.'
const NO_ZIP = 'This is no archive: a ZIP file that Squero exported is one.'
const DISK_FULL =
  'The disk of the media folder has no room for the archive and what is in it. Make room, then import it again.'
const DISK = 'The media folder cannot be read or written. Look after it, then import the archive again.'
const BROKEN_OFF = 'The archive broke off before it was whole. Nothing was imported. Send it again.'
const FAILED = 'The import broke off. What was imported stays; import the archive again to go on.'

/** So much of a refused body is read before its sender is cut off: one that is cut off early never reads the answer. */
const FORGET_BYTES = 2_000_000_000

/** How the import goes, or how the last one went; null: there was none since the start. */
export const importView = (): ImportView | null => desk.view

/**
 * Receives an archive and looks whether it is one; then it is imported in the background, whether the page stays open or
 * not. One at a time.
 * @param done called when the import has come to its end
 */
export async function startImport({ body, bytes, signal }: ArchiveBody, done?: () => void): Promise<Started> {
  if (isBusy()) return { ok: false, sentence: BUSY }
  if (!body) return { ok: false, sentence: NO_ZIP }
  const view = begin(bytes)
  const incoming = openIncoming(body)
  let handle: FileHandle | null = null
  try {
    if ((await incoming.head(4)).toString('latin1') !== 'PK\x03\x04') throw new ArchiveError(NO_ZIP)
    const onProgress = (received: number) => change({ receivedBytes: received })
    handle = await spoolArchive(incoming.pieces(), { folder: await mediaFolder(), bytes, onProgress, signal })
    const archive = await openArchive(handle)
    void carryOn(archive, handle).finally(done)
    return { ok: true }
  } catch (error) {
    await handle?.close()
    const sentence = sentenceOf(error, BROKEN_OFF)
    change({ ...view, state: 'failed', sentence })
    if (!signal.aborted) await incoming.forget(FORGET_BYTES)
    return { ok: false, sentence }
  }
}

const isBusy = () => desk.view?.state === 'receiving' || desk.view?.state === 'importing'

function begin(totalBytes: number | null): ImportView {
  const nothing = { receivedBytes: 0, totalBytes, done: 0, total: 0, report: emptyReport(), sentence: null }
  desk.view = { state: 'receiving', ...nothing }
  return desk.view
}

function change(changes: Partial<ImportView>): void {
  if (desk.view) desk.view = { ...desk.view, ...changes }
}

async function carryOn(archive: Archive, handle: FileHandle): Promise<void> {
  change({ state: 'importing' })
  try {
    // It goes on to its end, or to the end of this process: each step is whole.
    const onStep = (done: number, total: number, report: ImportReport) => change({ done, total, report })
    const report = await importArchive(archive, { onStep })
    change({ state: 'done', report })
  } catch (error) {
    change({ state: 'failed', sentence: sentenceOf(error, FAILED) })
  } finally {
    await handle.close()
  }
}

function sentenceOf(error: unknown, otherwise: string): string {
  if (error instanceof ArchiveError) return error.sentence
  if (error instanceof MediaError && error.code === 'disk-full') return DISK_FULL
  if (error instanceof MediaError && error.code === 'disk') return DISK
  log.error({ cause: causeOf(error) }, 'an import broke off')
  return otherwise
}
