import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { mediaFolder } from '@/lib/generations/media-folder'
import { downloadClips } from '@/lib/library/archive/download'
import { exportEverything } from '@/lib/library/archive/export/export'
import { removeFile } from '@/lib/media/store'
import { type Bought, buyClip } from '@/tests/support/archive'
import { openTestLibrary } from '@/tests/support/library'
import { testedByTools, unzipAll } from '@/tests/support/unzip'

openTestLibrary()
const folder = mkdtempSync(join(tmpdir(), 'squero-meanwhile-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ARCHIVES = {
  'of everything': (_: Bought) => exportEverything(),
  'of some clips': async ({ id }: Bought) => {
    const download = await downloadClips({ ids: [id], account: null, clean: true })
    if (!download) throw new Error('There is no such clip.')
    return download.pieces
  },
}

test.each(Object.entries(ARCHIVES))('an archive %s is whole when a clip goes as its turn comes', async (_, begin) => {
  const going = await buyClip({ prompt: 'Going' })
  const pieces: Uint8Array[] = []
  let gone = false
  for await (const piece of await begin(going)) {
    pieces.push(piece)
    // Its name stands in the archive from here on, so its bytes must.
    if (gone || !isHeaderOf(going, Buffer.from(piece))) continue
    await removeFile(await mediaFolder(), { hash: going.hash, mime: 'video/mp4' })
    gone = true
  }
  expect(gone).toBe(true)
  const path = join(folder, 'x.zip')
  writeFileSync(path, Buffer.concat(pieces))
  expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
  expect([...(await unzipAll(path)).values()].some((file) => file.equals(going.bytes))).toBe(true)
})

/** A local header of its file, whatever that is called there. */
const isHeaderOf = ({ hash }: Bought, piece: Buffer) =>
  piece.length > 30 && piece.readUInt32LE(0) === 0x04034b50 && (piece.includes(hash) || piece.includes('.mp4'))
