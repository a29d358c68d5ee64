import 'server-only'
import { open, rm } from 'node:fs/promises'
import { KEPT } from '@/lib/generations/kept-asset'
import type { AssetRecord, GenerationRecord } from '@/lib/library/archive/format'
import type { ArchivedFile } from '@/lib/library/archive/import/open'
import type { Scene } from '@/lib/library/archive/import/scene'
import { placeFile } from '@/lib/library/place-file'
import { lookInto } from '@/lib/media/look-into'
import { newPart, newUploadPart, type Part } from '@/lib/media/part'
import { hasReceived, quarantine } from '@/lib/media/quarantine'
import { type Received, receiveMedia } from '@/lib/media/receive'
import { type FileForm, HEAD_BYTES, recognise } from '@/lib/media/recognise'
import { UPLOAD_KEEPS_FREE } from '@/lib/media/room'
import { assetPath, isStored } from '@/lib/media/store'

/** No clip comes near it (lib/generations/receive.ts). Bytes. */
const LARGEST = 4 * 1024 ** 3

export type Brought = { ok: true } | { ok: false; sentence: string }

const NOT_IN_IT = 'A file it needs is not in the archive.'
const WRONG = 'A file it needs is damaged in the archive: it is not what its hash says.'
const NOT_WHOLE = 'A file it needs is damaged in the archive: it is not whole.'

/**
 * Sees to it that a file is here whole: it is already, or it is taken from the archive by way of a temporary file, its
 * hash and the check of every upload. Call it holding the hash, and commit what refers to it before letting go.
 * @throws MediaError `disk-full`, `disk`; ArchiveError
 */
export async function bringFile(scene: Scene, hash: string): Promise<Brought> {
  if (await isHere(scene, hash)) return { ok: true }
  const record = scene.assets.get(hash)
  const file = record?.file ? scene.archive.file(record.file) : null
  if (!record || !file) return { ok: false, sentence: NOT_IN_IT }
  if (file.bytes !== record.bytes || file.bytes > LARGEST) return { ok: false, sentence: WRONG }
  return unpacked(scene, file, newUploadPart(scene.folder, record.mime), (received) => place(scene, record, received))
}

/** A file of the archive under a temporary name, while `work` lasts. */
async function unpacked<T>(
  { folder, signal }: Scene,
  file: ArchivedFile,
  part: Part,
  work: (received: Received) => Promise<T>,
): Promise<T> {
  const limits = { expectedBytes: file.bytes, maxBytes: LARGEST, keepFree: UPLOAD_KEEPS_FREE }
  try {
    const reception = await receiveMedia(file.pieces(), { folder, name: 'upload', part, ...limits, signal })
    if (reception.kind === 'broken') throw reception.error
    return await work(reception.received)
  } finally {
    await rm(part.path, { force: true })
  }
}

/** A row that says so, and the file itself. */
async function isHere({ db, folder }: Scene, hash: string): Promise<boolean> {
  const kept = await db.asset.findFirst({ where: { hash, ...KEPT } })
  return kept !== null && (await isStored(assetPath(folder, kept), Number(kept.bytes)))
}

async function place(scene: Scene, { hash, mime }: AssetRecord, received: Received): Promise<Brought> {
  if (received.hash !== hash) return { ok: false, sentence: WRONG }
  const form = await formOf(received.path)
  const looked = form?.mime === mime ? await lookInto(received.path, form) : null
  if (!looked?.ok) return { ok: false, sentence: NOT_WHOLE }
  const { db, folder, report } = scene
  await placeFile({ db, folder, received, facts: looked.facts, poster: looked.poster })
  report.files += 1
  return { ok: true }
}

async function formOf(path: string): Promise<FileForm | null> {
  const handle = await open(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0)
    const recognised = await recognise(head.subarray(0, bytesRead))
    return recognised.ok ? recognised.form : null
  } finally {
    await handle.close()
  }
}

/**
 * What came of a damaged clip, for "Download as received": only once its generation is here. That it can't be had is no
 * loss of anything whole.
 * @throws MediaError `disk-full`, `disk`; ArchiveError
 */
export async function bringReceived(scene: Scene, { id, received }: GenerationRecord): Promise<void> {
  const file = received === null ? null : scene.archive.file(received)
  if (!file || file.bytes > LARGEST || (await hasReceived(scene.folder, id))) return
  await unpacked(scene, file, newPart(scene.folder, id), ({ path }) => quarantine(scene.folder, id, path))
}
