import 'server-only'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { mediaFiles } from '@/lib/library/archive/export/media'
import {
  accountRecord,
  assetRecord,
  type Filed,
  type GenerationRow,
  generationRecord,
  projectRecord,
  searchRecord,
  usageRecord,
} from '@/lib/library/archive/export/records'
import { assetRows, generationRows, usageRows } from '@/lib/library/archive/export/rows'
import { generationTable, ledgerTable } from '@/lib/library/archive/export/tables'
import { recordsFile, textFile } from '@/lib/library/archive/export/texts'
import { type About, FORMAT_VERSION, PLACES } from '@/lib/library/archive/format'
import { opened } from '@/lib/library/archive/zip/opened'
import { writeZip, type ZipFile } from '@/lib/library/archive/zip/write'
import { regularSize } from '@/lib/media/durable'
import { quarantinePath } from '@/lib/media/quarantine'
import { readPieces } from '@/lib/media/read-pieces'
import type { MediaFolder } from '@/lib/media/store'

/**
 * All accounts with everything that was made, paid, noted and brought, and every file of it, as one archive that is made
 * while it is read (docs/archive-format.md). No key, nothing that tells a key, and no download link is in it.
 */
export async function exportEverything(): Promise<AsyncGenerator<Uint8Array>> {
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  return writeZip(filesOf(new Export(db, folder, new Date(systemClock()))))
}

/** What is found out on the way, and needed later. */
class Export {
  readonly counts: About['counts'] = {
    accounts: 0,
    projects: 0,
    tags: 0,
    searches: 0,
    assets: 0,
    generations: 0,
    ledger: 0,
    usage: 0,
    media: 0,
  }
  /** Hashes of files that records name. */
  readonly needed = new Set<string>()
  readonly received: { file: ZipFile; path: string }[] = []
  readonly filed = new Map<string, Filed>()

  constructor(
    readonly db: Db,
    readonly folder: MediaFolder,
    /** What is made later is not in it. */
    readonly until: Date,
  ) {}

  async *counted(kind: keyof About['counts'], records: AsyncIterable<object> | Iterable<object>) {
    for await (const record of records) {
      this.counts[kind] += 1
      yield record
    }
  }
}

/** Records first, since they say which files are needed; then the files; then what can be said only now. */
async function* filesOf(out: Export): AsyncGenerator<ZipFile> {
  const { db, folder, until, needed, filed } = out
  const accounts = await db.account.findMany({ include: { rules: true }, orderBy: { id: 'asc' } })
  yield recordsFile(PLACES.accounts, out.counted('accounts', accounts.map(accountRecord)))
  const projects = await db.project.findMany({ orderBy: { id: 'asc' } })
  yield recordsFile(PLACES.projects, out.counted('projects', projects.map(projectRecord)))
  const tags = await db.tag.findMany({ orderBy: { id: 'asc' } })
  const named = tags.map(({ accountId, name }) => ({ accountId, name }))
  yield recordsFile(PLACES.tags, out.counted('tags', named))
  const searches = await db.savedSearch.findMany({ orderBy: { id: 'asc' } })
  yield recordsFile(PLACES.searches, out.counted('searches', searches.map(searchRecord)))
  yield recordsFile(PLACES.generations, out.counted('generations', generations(out)))
  const uploads = await db.asset.findMany({ where: { uploadedAt: { not: null } }, select: { hash: true } })
  for (const { hash } of uploads) needed.add(hash)
  yield* mediaFiles(db, folder, [...needed].sort(), filed)
  for (const { file, path } of out.received) {
    const there = await opened(file, path)
    if (there) yield there
  }
  out.counts.media = filed.size
  yield recordsFile(PLACES.assets, out.counted('assets', assets(out)))
  yield recordsFile(PLACES.usage, out.counted('usage', mapped(usageRows(db), usageRecord)))
  yield textFile(PLACES.generationTable, generationTable(db, until))
  yield textFile(PLACES.ledgerTable, ledgerTable(db, until))
  yield textFile(PLACES.about, about(out))
}

async function* generations(out: Export) {
  for await (const row of generationRows(out.db, out.until)) {
    out.counts.ledger += row.ledger.length
    if (row.deletedAt === null) {
      for (const hash of [...row.uses.map(({ assetHash }) => assetHash), ...(row.assetHash ? [row.assetHash] : [])]) {
        out.needed.add(hash)
      }
    }
    yield generationRecord(row, await receivedOf(out, row))
  }
}

/** What came of a damaged clip is paid for too. */
async function receivedOf({ folder, received }: Export, row: GenerationRow): Promise<string | null> {
  if (row.state !== 'quarantined' || row.deletedAt !== null) return null
  const path = quarantinePath(folder, row.id)
  const bytes = await regularSize(path)
  if (bytes === null) return null
  const name = `received/${row.id}`
  received.push({ file: { name, modified: row.createdAt, bytes, content: readPieces(path, bytes) }, path })
  return name
}

const NOWHERE: Filed = { file: null, poster: null, preview: null }

async function* assets({ db, filed }: Export) {
  for await (const row of assetRows(db)) yield assetRecord(row, filed.get(row.hash) ?? NOWHERE)
}

async function* mapped<T, R>(rows: AsyncIterable<T>, change: (row: T) => R): AsyncGenerator<R> {
  for await (const row of rows) yield change(row)
}

async function* about({ counts, until }: Export): AsyncGenerator<string> {
  const about: About = { format: 'squero-archive', version: FORMAT_VERSION, madeAt: until.toISOString(), counts }
  yield `${JSON.stringify(about, null, 2)}\n`
}
