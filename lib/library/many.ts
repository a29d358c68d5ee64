import 'server-only'
import type { Db, Tx } from '@/lib/db/client'
import type { GenerationUncheckedUpdateManyInput, GenerationWhereInput } from '@/lib/generated/prisma/models'
import { TRANSACTION } from '@/lib/generations/store'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

/** What the library shows: transcripts have a page of their own. */
export const LIVE = { kind: 'video', deletedAt: null } as const

const GONE = 'It is not in the library any more.'

/** SQLite takes so many values in one question. */
const PART = 400

/** A list in parts that fit into one question each. */
export function parts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / PART) }, (_, at) => list.slice(at * PART, (at + 1) * PART))
}

/** One change: to those of `ids` that are as `where` says. */
interface Change {
  ids: readonly string[]
  where: GenerationWhereInput
  data: GenerationUncheckedUpdateManyInput
}

/**
 * Carries changes out in one commit, each only on what is still as it was read, so that nothing of somebody else's is
 * written over. Versions stay: none of this is a step of a job.
 * @param also runs in the same transaction, with what was changed by each
 * @returns what was changed by each, in their order
 */
export function changeMany(
  db: Db,
  changes: readonly Change[],
  also: (tx: Tx, changed: readonly string[][]) => Promise<void> = async () => {},
): Promise<string[][]> {
  return db.$transaction(async (tx) => {
    const changed: string[][] = []
    for (const change of changes) changed.push(await changeOne(tx, change))
    await also(tx, changed)
    return changed
  }, TRANSACTION)
}

async function changeOne(tx: Tx, { ids, where, data }: Change): Promise<string[]> {
  const changed: string[] = []
  for (const part of parts(ids)) {
    const rows = await tx.generation.updateManyAndReturn({
      where: { AND: [{ id: { in: part }, ...LIVE }, where] },
      data,
      select: { id: true },
    })
    changed.push(...rows.map(({ id }) => id))
  }
  return changed
}

/** Those of the ids that are in the library, with what an action may change of them. */
export async function readMany(db: Tx, ids: readonly string[]) {
  const select = { id: true, accountId: true, projectId: true, rating: true }
  const read = (part: string[]) => db.generation.findMany({ where: { id: { in: part }, ...LIVE }, select })
  return (await Promise.all(parts(ids).map(read))).flat()
}

/** Ids by what they have in common. */
export function groupsOf<T extends { id: string }, K>(rows: readonly T[], keyOf: (row: T) => K): [K, string[]][] {
  const groups = new Map<K, string[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row.id])
  return [...groups]
}

/** What is answered when so many were changed; nothing at all is a refusal where none of them is in the library. */
export async function answer(
  db: Db,
  ids: readonly string[],
  changed: readonly string[],
  undo: readonly UndoStep[] = [],
): Promise<LibraryResult> {
  if (changed.length === 0 && (await readMany(db, ids)).length === 0) return { ok: false, sentence: GONE }
  return { ok: true, count: changed.length, ...(undo.length > 0 ? { undo: [...undo] } : {}) }
}
