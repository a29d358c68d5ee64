import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { StudioError } from '@/lib/errors'
import { writeDurably } from '@/lib/media/durable'

/** The file that says what a backup holds. It is written last: a folder without it is no whole backup. */
export const MANIFEST = 'squero-backup.json'

/** The database's name, in the data folder and in a backup. */
export const DATABASE = 'squero.db'

/**
 * All that a backup may hold. Whatever else lies in a data folder stays there, keys above all, and whatever else stands in
 * a manifest is refused: it could lead out of the folder.
 */
const BELONGS =
  /^(?:squero\.db|media\/(?:clips|uploads|quarantine|derivatives)\/\w[\w.-]{0,150}|sandbox(?:-[0-9a-f]{16})?\/(?:ledger\.jsonl|jobs\.jsonl|port))$/

const kept = z.object({
  /** In the data folder, with slashes. */
  path: z.string().regex(BELONGS),
  bytes: z.int().nonnegative(),
  /** SHA-256 of the content, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

const manifest = z.object({
  format: z.literal(1),
  /** The version of Squero that made it. */
  squero: z.string(),
  /** ISO 8601: the moment of its database. */
  madeAt: z.iso.datetime(),
  files: z.array(kept),
  /** Paths of media that the library should have had and had not. */
  missing: z.array(z.string()),
})

export type KeptFile = z.infer<typeof kept>
export type Manifest = z.infer<typeof manifest>

/** Whether a file of the data folder belongs in a backup; `path` with slashes. */
export const belongs = (path: string) => BELONGS.test(path)

/** Writes it as one step. @throws MediaError `disk-full`, `disk` */
export async function writeManifest(folder: string, content: Manifest): Promise<void> {
  await writeDurably(join(folder, MANIFEST), Buffer.from(`${JSON.stringify(content, null, 1)}\n`))
}

/** @throws StudioError `no-backup` when the folder holds none that was finished, `backup-unreadable` when it can't be read */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null)
  if (text === null) {
    const sentence = `There is no backup in ${folder}: it has no ${MANIFEST}. A backup that was not finished has none.`
    throw new StudioError('no-backup', sentence)
  }
  const parsed = manifest.safeParse(asJson(text))
  const paths = new Set(parsed.data?.files.map(({ path }) => path))
  if (parsed.success && paths.has(DATABASE) && paths.size === parsed.data.files.length) return parsed.data
  const sentence = `The backup in ${folder} is damaged: its ${MANIFEST} is not as Squero writes it.`
  throw new StudioError('backup-unreadable', sentence)
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
