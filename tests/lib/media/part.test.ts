import { createHash } from 'node:crypto'
import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MediaFolder } from '@/lib/media/folder'
import { isThere, type PartFile, takeUpPart } from '@/lib/media/part'
import { receiveMedia } from '@/lib/media/receive'
import { freshFolder, inPieces, wholeOf } from '@/tests/support/media-folder'

const BYTES = new Uint8Array(3_000_000).map((_, at) => at * 7 + (at >> 12))
const HASH = createHash('sha256').update(BYTES).digest('hex')
const HALF = 1_500_000

/** The first half of a download, as a process left it: with bytes behind it that nobody made safe. */
async function leftIn(folder: MediaFolder, atRest: boolean): Promise<PartFile> {
  const file = 'job-1.0123456789ab.part'
  await writeFile(join(folder.clips, file), BYTES.subarray(0, HALF))
  await appendFile(join(folder.clips, file), 'not fsynced')
  return { file, bytes: HALF, atRest }
}

async function finish(folder: MediaFolder, left: PartFile) {
  const part = await takeUpPart(folder, left)
  if (!part) throw new Error('It is gone.')
  const rest = inPieces(BYTES.subarray(part.bytes), 70_000)
  const options = { folder, name: 'job-1', part, expectedBytes: BYTES.length, maxBytes: 1e9 }
  return wholeOf(await receiveMedia(rest, options))
}

describe('promise 9: a download that broke off', () => {
  test('goes on in the same file, with the hash of the whole', async () => {
    const folder = await freshFolder()
    const received = await finish(folder, await leftIn(folder, true))
    expect(received).toMatchObject({ hash: HASH, bytes: BYTES.length })
    expect((await readFile(received.path)).equals(BYTES)).toBe(true)
    expect(await readdir(folder.clips)).toHaveLength(1)
  })

  test('goes on in a copy if whoever left it may still write to it', async () => {
    const folder = await freshFolder()
    const left = await leftIn(folder, false)
    const received = await finish(folder, left)
    await appendFile(join(folder.clips, left.file), 'a paused process wakes up')
    expect(received.hash).toBe(HASH)
    expect((await readFile(received.path)).equals(BYTES)).toBe(true)
  })

  test('is not gone on with when it is shorter than recorded, or gone', async () => {
    const folder = await freshFolder()
    const left = await leftIn(folder, true)
    for (const other of [{ bytes: HALF + 100 }, { file: 'job-1.ba9876543210.part' }]) {
      expect([await isThere(folder, { ...left, ...other }), await takeUpPart(folder, { ...left, ...other })]).toEqual([
        false,
        null,
      ])
    }
  })

  test.each(['../evil.0123456789ab.part', 'job-1.mp4', '/etc/passwd'])(
    'is nothing that lies elsewhere: %s',
    async (file) => {
      const folder = await freshFolder()
      await expect(isThere(folder, { file, bytes: 1, atRest: true })).rejects.toMatchObject({ code: 'bad-name' })
    },
  )
})
