import 'server-only'
import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { type AssetRecord, assetShape, generationShape, PLACES } from '@/lib/library/archive/format'
import { importBooks } from '@/lib/library/archive/import/books'
import { importGeneration } from '@/lib/library/archive/import/generation'
import type { Archive } from '@/lib/library/archive/import/open'
import { type Scene, tell } from '@/lib/library/archive/import/scene'
import { needRoom } from '@/lib/library/archive/import/spool'
import { importDerivatives, importUpload } from '@/lib/library/archive/import/uploads'
import { importUsage } from '@/lib/library/archive/import/usage'
import { emptyReport, type ImportReport } from '@/lib/library/archive/view'

export interface Importing {
  /** Told after each generation and file. */
  onStep: (done: number, total: number, report: ImportReport) => void
  signal?: AbortSignal | undefined
}

const UNREADABLE = 'A record of the archive can’t be read: it was left out.'

/**
 * Takes an archive into this studio. What is here stays as it is; what was imported before is not imported again; each
 * generation comes in whole or not at all, so that an import that was ended may simply be done again.
 * @throws ArchiveError; MediaError `disk-full`, `disk`, `aborted`
 */
export async function importArchive(archive: Archive, { onStep, signal }: Importing): Promise<ImportReport> {
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  const report = emptyReport()
  const assets = await readAssets(archive)
  const scene: Scene = {
    db,
    folder,
    archive,
    assets,
    accounts: new Set(),
    projects: new Map(),
    report,
    signal,
  }
  await needRoom(folder, await missingBytes(scene))
  const total = archive.about.counts.generations + assets.size
  let done = 0
  const step = () => {
    signal?.throwIfAborted()
    done += 1
    onStep(done, total, report)
  }
  await importBooks(scene)
  await importGenerations(scene, step)
  for (const record of assets.values()) {
    await importUpload(scene, record)
    await importDerivatives(scene, record)
    step()
  }
  await importUsage(scene)
  return report
}

async function readAssets(archive: Archive): Promise<Map<string, AssetRecord>> {
  const assets = new Map<string, AssetRecord>()
  for await (const record of archive.records(PLACES.assets, assetShape)) if (record) assets.set(record.hash, record)
  return assets
}

/** What is to come, as far as it is not here. */
async function missingBytes({ db, assets, archive }: Scene): Promise<number> {
  const here = new Set((await db.asset.findMany({ select: { hash: true } })).map(({ hash }) => hash))
  let bytes = 0
  for (const { hash, file } of assets.values()) {
    if (file !== null && !here.has(hash)) bytes += archive.file(file)?.bytes ?? 0
  }
  return bytes
}

async function importGenerations(scene: Scene, step: () => void): Promise<void> {
  const { db, archive } = scene
  const lineage: { id: string; fromId: string }[] = []
  for await (const record of archive.records(PLACES.generations, generationShape)) {
    if (record) await importGeneration(scene, record)
    else tell(scene, '', UNREADABLE)
    if (record?.fromId) lineage.push({ id: record.id, fromId: record.fromId })
    step()
  }
  // Records come in no order: one may stand before the one it was made from.
  for (const { id, fromId } of lineage) {
    const parent = await db.generation.count({ where: { id: fromId } })
    if (parent > 0) await db.generation.updateMany({ where: { id, fromId: null }, data: { fromId } })
  }
}
