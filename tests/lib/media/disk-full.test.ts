import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { diskError } from '@/lib/media/error'
import { openMediaFolder } from '@/lib/media/folder'
import { newPart, takeUpPart } from '@/lib/media/part'
import { pour } from '@/lib/media/pour'
import { receiveMedia } from '@/lib/media/receive'
import { freshFolder, inPieces, wholeOf } from '@/tests/support/media-folder'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'

const MB = 1024 ** 2
const FILM = new Uint8Array(1.5 * MB).map((_, at) => at * 7 + (at >> 12))
const disk = mountSmallDisk(2)

afterAll(() => disk?.remove())

describe.runIf(disk)(`promise 10: a disk of 2 MB (${NEEDS_MOUNT})`, () => {
  test('that runs full in mid-download keeps what came, and it goes on when there is room', async () => {
    if (!disk) throw new Error('No disk.')
    const folder = await openMediaFolder(disk.path)
    disk.fillUpTo(MB)
    const options = { folder, name: 'job-1', expectedBytes: FILM.length, maxBytes: 10 * MB }
    const broken = await receiveMedia(inPieces(FILM, 50_000), options)
    if (broken.kind === 'whole' || !broken.left) throw new Error('Nothing broke off.')
    expect(broken.error.code).toBe('disk-full')
    expect(broken.left.bytes).toBeGreaterThan(0.9 * MB)
    disk.makeRoom()
    const part = await takeUpPart(folder, broken.left)
    if (!part) throw new Error('What came is gone.')
    const whole = await receiveMedia(inPieces(FILM.subarray(part.bytes), 50_000), { ...options, part })
    expect(wholeOf(whole).hash).toBe(createHash('sha256').update(FILM).digest('hex'))
  })
})

// Everywhere else on Linux: a file that is always full.
test.runIf(existsSync('/dev/full'))('promise 10: a write that finds no room says so, and counts nothing', async () => {
  const part = newPart(await freshFolder(), 'job-1')
  const handle = await open('/dev/full', 'w')
  const refused = pour(inPieces(FILM), handle, part, { expectedBytes: null, maxBytes: 10 * MB })
  expect(diskError(await refused.catch((error: unknown) => error))).toMatchObject({ code: 'disk-full' })
  await handle.close()
  expect(part.bytes).toBe(0)
})
