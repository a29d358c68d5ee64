import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A disk that can be filled. */
export interface SmallDisk {
  path: string
  /** Leaves this many bytes free, and no more. */
  fillUpTo(freeBytes: number): void
  /** Takes away what filled it. */
  makeRoom(): void
  remove(): void
}

/** For the titles of what is skipped where no disk can be mounted; those tests have a part that runs everywhere too. */
export const NEEDS_MOUNT = 'needs root on Linux, to mount a small disk'

/** A tmpfs of so many megabytes; null where this process may not mount one. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'squero-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    rmSync(path, { recursive: true })
    return null
  }
  const filler = join(path, 'filler')
  return {
    path,
    fillUpTo(freeBytes) {
      const { bavail, bsize } = statfsSync(path)
      writeFileSync(filler, Buffer.alloc(bavail * bsize - freeBytes))
    },
    makeRoom: () => rmSync(filler),
    remove() {
      execFileSync('umount', [path])
      rmSync(path, { recursive: true })
    },
  }
}
