import 'server-only'
import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import type { Db } from '@/lib/db/client'
import { causeOf } from '@/lib/errors'
import type { Asset, Derivative } from '@/lib/generated/prisma/client'
import { findDeadParts } from '@/lib/generations/dead-parts'
import { KEPT } from '@/lib/generations/kept-asset'
import { findStrayFiles, type StrayFile } from '@/lib/generations/stray-files'
import type { Finding } from '@/lib/library/doctor/finding'
import { derivativePath } from '@/lib/media/derivative'
import { regularSize } from '@/lib/media/durable'
import { readPieces } from '@/lib/media/read-pieces'
import { assetPath, type MediaFolder } from '@/lib/media/store'

export interface FileCheck {
  db: Db
  folder: MediaFolder
  /** Read every file and compare it with its hash. */
  deep: boolean
  /** ms since 1970 */
  now: number
}

/** Files that no row knows, and rows whose file is missing, of another length or, if `deep`, of another content. */
export async function* checkFiles(check: FileCheck): AsyncGenerator<Finding> {
  for (const stray of await findStrayFiles(check.db, check.folder)) yield* ofStray(check, stray)
  yield* deadParts(check)
  for await (const asset of keptAssets(check.db)) yield* ofAsset(check, asset)
}

const pathIn = ({ folder }: FileCheck, path: string) => `media/${relative(folder.root, path).replaceAll('\\', '/')}`

const WHAT: Record<'known' | StrayFile['file']['kind'], string> = {
  known: 'is not needed any more: the studio was ended while it was stored or deleted. The next start removes it.',
  asset: 'no row knows it. If the database was put back to an older one, this may be newer; else it may be deleted.',
  derivative: 'was made of a clip that no row knows. It may be deleted.',
  received: 'no generation knows it. It may be deleted.',
  foreign: 'is nothing the studio would write there. Move it elsewhere.',
  part: '',
}

function* ofStray(check: FileCheck, { file, known }: StrayFile): Generator<Finding> {
  const about = pathIn(check, file.path)
  if (known) yield { part: 'files', about, what: WHAT.known, note: true }
  else yield { part: 'files', about, what: WHAT[file.kind] }
}

/** A studio removes temporaries that nobody writes to any more. */
async function* deadParts(check: FileCheck): AsyncGenerator<Finding> {
  for (const path of await findDeadParts(check.db, check.folder, check.now)) {
    const what = 'was left half written. The next start removes it.'
    yield { part: 'files', about: pathIn(check, path), what, note: true }
  }
}

type Kept = Asset & { derivatives: Derivative[]; generations: { id: string }[]; uses: { generationId: string }[] }

const BATCH = 200

async function* keptAssets(db: Db): AsyncGenerator<Kept> {
  let after = ''
  for (;;) {
    const rows = await db.asset.findMany({
      where: { hash: { gt: after }, ...KEPT },
      orderBy: { hash: 'asc' },
      take: BATCH,
      include: {
        derivatives: true,
        generations: { where: { deletedAt: null }, select: { id: true }, take: 1 },
        uses: { where: { generation: { deletedAt: null } }, select: { generationId: true }, take: 1 },
      },
    })
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.hash
  }
}

async function* ofAsset(check: FileCheck, asset: Kept): AsyncGenerator<Finding> {
  const path = assetPath(check.folder, asset)
  const wrong = await faultOf(path, asset, check.deep)
  // Somebody may have deleted it since the row was read.
  if (wrong && (await isStillKept(check.db, asset.hash))) {
    yield { part: 'files', about: pathIn(check, path), what: `${wrong} ${neededBy(asset)}` }
  }
  for (const made of asset.derivatives) {
    const own = derivativePath(check.folder, asset.hash, made)
    const size = own && (await regularSize(own))
    if (size === made.bytes || !(await isStillKept(check.db, asset.hash))) continue
    const what =
      size === null ? `The ${made.kind} is missing.` : `The ${made.kind} has ${size} bytes, not ${made.bytes}.`
    yield { part: 'files', about: own ? pathIn(check, own) : asset.hash, what }
  }
}

async function faultOf(path: string, { hash, bytes }: Asset, deep: boolean): Promise<string | null> {
  const size = await regularSize(path)
  if (size === null) return 'It is missing.'
  if (size !== Number(bytes)) return `It has ${size} bytes, not ${bytes}.`
  return deep ? contentFault(path, size, hash) : null
}

async function contentFault(path: string, bytes: number, hash: string): Promise<string | null> {
  const sum = createHash('sha256')
  try {
    for await (const piece of readPieces(path, bytes)) sum.update(piece)
  } catch (error) {
    return `It can’t be read: ${causeOf(error)}.`
  }
  return sum.digest('hex') === hash ? null : 'Its content is not what its name, the SHA-256 of it, says.'
}

const isStillKept = async (db: Db, hash: string) => (await db.asset.count({ where: { hash, ...KEPT } })) > 0

function neededBy({ generations, uses, uploadedAt }: Kept): string {
  const [clip] = generations
  const [use] = uses
  if (clip) return `Generation ${clip.id} has it as its clip.`
  if (use) return `Generation ${use.generationId} was made from it.`
  return uploadedAt === null ? '' : 'It was uploaded.'
}
