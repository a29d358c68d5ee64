import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openMediaFolder } from '@/lib/media/folder'
import { receiveMedia } from '@/lib/media/receive'
import { inPieces } from '@/tests/support/media-folder'

const mount = mkdtempSync(join(tmpdir(), 'squero-small-disk-'))
const mounted = mountSmallDisk()

function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

afterAll(() => {
  if (mounted) execFileSync('umount', [mount])
  rmdirSync(mount)
})

test.skipIf(!mounted)(
  'a disk of 1 MB that runs full says so and keeps nothing (needs root on Linux to mount one)',
  async () => {
    const folder = await openMediaFolder(mount)
    const options = { folder, name: 'job-1', expectedBytes: null, maxBytes: 10_000_000 }
    const received = receiveMedia(inPieces(new Uint8Array(3_000_000), 50_000), options)
    await expect(received).rejects.toMatchObject({ code: 'disk-full' })
    expect(readdirSync(folder.clips)).toEqual([])
  },
)
