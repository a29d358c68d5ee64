import 'server-only'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { removeDeadParts } from '@/lib/generations/dead-parts'
import { removeLeftTexts } from '@/lib/generations/left-texts'
import { TRANSACTION } from '@/lib/generations/store'
import { findStrayFiles, removeStrayFiles } from '@/lib/generations/stray-files'
import { checkLibrary } from '@/lib/library/check'
import type { FileCheck } from '@/lib/library/doctor/files'
import { mendTallies } from '@/lib/library/doctor/ledger'
import { mendDerivatives } from '@/lib/library/doctor/mend-derivatives'
import { rebuildLibrary } from '@/lib/library/rebuild'
import { renameDurably } from '@/lib/media/durable'
import { isMissing } from '@/lib/media/error'

/** Something that was put right. */
export interface Mended {
  about: string
  what: string
}

export interface Mending extends FileCheck {
  /** Where files go that nobody knows: they may be the newer half of the truth, and are never deleted. */
  aside: string
}

/** As long as a transaction of another process may still be on its way, ms (lib/generations/stray-files.ts). */
const YOUNG_MS = 2 * 60_000
/** Writing the read model of 50,000 generations anew takes seconds. */
const LONG = { ...TRANSACTION, timeout: 10 * 60_000 }

/**
 * Puts right what can be put right without losing anything: moves aside files that no row knows, removes what a killed
 * process left, makes posters again, and writes sums and the read model anew from what they are made of. Never touches a
 * ledger entry, a state, or a clip. May be done while the studio runs.
 * @throws MediaError `disk-full`, `disk`
 */
export async function* mend(mending: Mending): AsyncGenerator<Mended> {
  const { db, folder, now } = mending
  yield* moveAside(mending)
  yield* counted(await removeStrayFiles(db, folder, now), 'file', 'removed: nothing refers to it any more')
  yield* counted(await removeDeadParts(db, folder, now), 'temporary file', 'removed: whoever wrote it has ended')
  yield* counted(await removeLeftTexts(db), 'text of a deleted transcript', 'removed')
  yield* mendDerivatives(mending)
  for (const about of await db.$transaction(mendTallies, LONG)) yield { about, what: 'set to what the ledger says' }
  const wrong = await checkLibrary(db)
  if (wrong.length === 0) return
  await db.$transaction(rebuildLibrary, LONG)
  yield { about: 'the library', what: 'its read model was written anew' }
}

async function* moveAside({ db, folder, now, aside }: Mending): AsyncGenerator<Mended> {
  for (const { file, known } of await findStrayFiles(db, folder)) {
    if (known || (await namedAt(file.path)) > now - YOUNG_MS) continue
    const path = `media/${relative(folder.root, file.path).replaceAll('\\', '/')}`
    const to = join(aside, path)
    await mkdir(dirname(to), { recursive: true, mode: 0o700 })
    await renameDurably(file.path, to)
    yield { about: path, what: `moved to ${to}` }
  }
}

/** ms since 1970; when it is gone: never too long ago. */
async function namedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).ctimeMs
  } catch (error) {
    if (isMissing(error)) return Number.POSITIVE_INFINITY
    throw error
  }
}

function* counted(count: number, name: string, what: string): Generator<Mended> {
  if (count > 0) yield { about: `${count} ${name}${count === 1 ? '' : 's'}`, what }
}
