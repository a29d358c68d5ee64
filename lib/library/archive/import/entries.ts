import 'server-only'
import type { Entry, ZipFile } from 'yauzl'
import { ArchiveError } from '@/lib/library/archive/import/error'

/** More entries than any library has: a list without end must not fill the memory. */
const MOST_ENTRIES = 2_000_000

/** What an archive may hold, by name; everything else in it is passed over. */
const OURS =
  /^(archive\.json|data\/[a-z]{1,20}\.jsonl|(media|posters|previews)\/[0-9a-f]{64}\.[a-z0-9]{1,5}|received\/[0-9A-Za-z_-]{1,64})$/

const MANY = 'The archive has more files in it than any library. Nothing was imported from it.'
const TWICE = 'Two files in the archive have one name. Nothing was imported from it. Export it anew.'
const LOCKED = 'The archive is encrypted. Unpack it, pack it again without a password, then import that.'
const NONE = 'This is no archive of Squero: it has no archive.json, the last thing an export writes. Export it anew.'

/**
 * The entries of an archive by our names for them. One that was unpacked and packed again may have all of them in one
 * folder. yauzl has refused names that lead out of it (`..`, a leading `/`, `\`) before.
 * @throws ArchiveError
 */
export async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_ENTRIES) throw new ArchiveError(MANY)
  const all = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith('/')) continue
    if (all.has(entry.fileName)) throw new ArchiveError(TWICE)
    if (entry.isEncrypted()) throw new ArchiveError(LOCKED)
    all.set(entry.fileName, entry)
  }
  const folder = folderOf(all.keys())
  return new Map([...all].flatMap(([name, entry]) => within(folder, name).map((own) => [own, entry] as const)))
}

/** Where `archive.json` stands: at the top, or in the one folder there. */
function folderOf(names: Iterable<string>): string {
  for (const name of names) {
    const found = /^(?:(?!__MACOSX\/)[^/]+\/)?(?=archive\.json$)/.exec(name)
    if (found) return found[0]
  }
  throw new ArchiveError(NONE)
}

function within(folder: string, name: string): string[] {
  if (!name.startsWith(folder)) return []
  const own = name.slice(folder.length)
  return OURS.test(own) ? [own] : []
}
