import { afterAll, expect, test } from 'vitest'
import { wav } from '@/tests/support/files'
import { everythingStored, openTestLibrary, send } from '@/tests/support/library'
import { mountSmallDisk, NEEDS_MOUNT } from '@/tests/support/small-disk'

const MB = 1024 ** 2
const disk = mountSmallDisk(520)

// The last that is done, so it stands first.
afterAll(() => disk?.remove())

const library = openTestLibrary(disk ? `${disk.path}/data` : undefined)

test.runIf(disk)(
  `a disk with little more than what is kept for paid clips takes what fits (${NEEDS_MOUNT})`,
  async () => {
    expect(await send(wav(1))).toMatchObject({ ok: true })
    const before = await everythingStored(library.dataDir)
    const tenMegabytes = wav((10 * MB) / 16_000)
    expect(await send(tenMegabytes)).toEqual({
      ok: false,
      code: 'disk-full',
      sentence: 'The disk of the media folder is almost full. Make room, then send the file again.',
    })
    expect(await everythingStored(library.dataDir)).toEqual(before)
  },
)
