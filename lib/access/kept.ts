// Not `server-only`: `npm start` asks this too, outside of Next.
import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { StudioError } from '@/lib/errors'

const shape = z.object({
  apiKey: z.string().min(1).optional(),
  /** As lib/access/password writes them. */
  ownerPassword: z.string().optional(),
  viewerPassword: z.string().optional(),
  /** What passwords of the environment are hashed with: the same at each start, so that sessions go on. */
  salt: z.string().optional(),
  /** Addresses such as `https://studio.example.com`. */
  hosts: z.array(z.string()).default([]),
})

/** What was typed into Settings. It holds secrets, so it is a file of its own, not the database. */
export type Kept = z.infer<typeof shape>

const NAME = 'settings.json'
/** For nobody but the person the studio runs as. */
const OWN = 0o600

/**
 * What was typed into Settings; nothing when there is no such file. Read anew each time: it is small, and another process
 * may have written it.
 * @throws StudioError `settings-unreadable`: then nothing is let in, rather than everything
 */
export function readKept(dataDir: string): Kept {
  const text = readIfThere(join(dataDir, NAME))
  if (text === null) return { hosts: [] }
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    // The parser's own words may repeat what is in the file.
    throw new StudioError('settings-unreadable', UNREADABLE)
  }
}

const UNREADABLE = `${NAME} in the data folder can’t be read as settings. Put an older one back, or remove it: then key, password and hosts are typed in again.`

/** Writes what `change` makes of it: whole or not at all, with mode 0600 from its first byte on. */
export function changeKept(dataDir: string, change: (kept: Kept) => Kept): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, NAME)
  const next = shape.parse(change(readKept(dataDir)))
  const beside = `${file}.${randomUUID()}.tmp`
  try {
    writeDurably(beside, `${JSON.stringify(next, null, 2)}\n`)
    renameSync(beside, file)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** Takes back what a copy or a careless hand has given to others. */
export function closeKept(dataDir: string): void {
  const file = join(dataDir, NAME)
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (mode !== undefined && (mode & 0o077) !== 0) chmodSync(file, OWN)
}

function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', OWN)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new StudioError('settings-unreadable', UNREADABLE, { cause: error })
  }
}
