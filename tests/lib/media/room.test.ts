import { afterAll, describe, expect, test } from 'vitest'
import { openMediaFolder } from '@/lib/media/folder'
import { freeBytesOf, hasRoom, roomFor } from '@/lib/media/room'
import { freshFolder } from '@/tests/support/media-folder'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'

const MB = 1024 ** 2
const disk = mountSmallDisk(72)

afterAll(() => disk?.remove())

test('an ordinary disk has room, and less than one that never ends', async () => {
  const folder = await freshFolder()
  const free = await freeBytesOf(folder)
  expect((await roomFor(folder)).ok).toBe(free >= 512 * MB)
  expect([await hasRoom(folder, free / 2), await hasRoom(folder, free)]).toEqual([true, false])
})

test('a folder that is not there is the disk’s failure, not a lack of room', async () => {
  const folder = await freshFolder()
  await expect(roomFor({ ...folder, clips: `${folder.clips}/gone` })).rejects.toMatchObject({ code: 'disk' })
})

describe.runIf(disk)(`promise 10: a disk that fills up (${NEEDS_MOUNT})`, () => {
  test('refuses the spending first, with what is left, and the receiving only later', async () => {
    if (!disk) throw new Error('No disk.')
    const folder = await openMediaFolder(disk.path)
    expect(await roomFor(folder)).toEqual({
      ok: false,
      freeBytes: 72 * MB,
      sentence: expect.stringMatching(/ has 72 MB left\..* Nothing was spent\. Make room/),
    })
    expect([await hasRoom(folder), await hasRoom(folder, 20 * MB)]).toEqual([true, false])
    disk.fillUpTo(10 * MB)
    expect(await hasRoom(folder)).toBe(false)
    disk.makeRoom()
    expect(await hasRoom(folder)).toBe(true)
  })
})
