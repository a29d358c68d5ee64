import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, vi } from 'vitest'
import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { type Taken, takeUpload } from '@/lib/library/take-upload'
import { bodyOf } from '@/tests/support/body'

export { bodyOf }

/** A data folder of its own for the tests of a file, with no vendor: gone at the end. */
export function openTestLibrary(dataDir = mkdtempSync(join(tmpdir(), 'squero-library-'))): { dataDir: string } {
  beforeAll(() => {
    vi.stubEnv('SQUERO_DATA_DIR', dataDir)
  })
  afterAll(async () => {
    await (await studioDb()).$disconnect()
    rmSync(dataDir, { recursive: true, force: true })
    vi.unstubAllEnvs()
  })
  return { dataDir }
}

/** Sends a whole file. */
export const send = (bytes: Uint8Array, name = 'file'): Promise<Taken> =>
  takeUpload({ body: bodyOf(bytes), bytes: bytes.length, name })

/** Everything there is: all files in the media folder, and all rows of media. */
export async function everythingStored(dataDir: string) {
  const [db] = await Promise.all([studioDb(), mediaFolder()])
  const files = await readdir(join(dataDir, 'media'), { recursive: true, withFileTypes: true })
  return {
    files: files.flatMap((file) => (file.isDirectory() ? [] : [file.name])).sort(),
    assets: (await db.asset.findMany({ orderBy: { hash: 'asc' } })).map(({ hash, uploadedAt }) => ({
      hash,
      kept: uploadedAt !== null,
    })),
    derivatives: await db.derivative.count(),
  }
}
