import 'server-only'
import { type Db, studioDb, type Tx } from '@/lib/db/client'
import { readStandings } from '@/lib/generations/spending-rows'
import { answer, changeMany, groupsOf, parts, readMany } from '@/lib/library/many'
import type { LibraryResult, UndoStep } from '@/lib/library/view'
import { committed } from '@/lib/money/standing'
import { addTo } from '@/lib/money/tallies'

export const NO_PROJECT = 'The project is not there any more.'

/** Puts generations into a project of their account, or into none; what they cost counts there from now on. */
export async function moveToProject(ids: readonly string[], projectId: string | null): Promise<LibraryResult> {
  const db = await studioDb()
  const accountId = await accountOf(db, projectId)
  if (accountId === null) return { ok: false, sentence: NO_PROJECT }
  const rows = (await readMany(db, ids)).filter((row) => accountId === undefined || row.accountId === accountId)
  const groups = groupsOf(
    rows.filter((row) => row.projectId !== projectId),
    (row) => row.projectId,
  )
  const changed = await changeMany(
    db,
    groups.map(([was, group]) => ({ ids: group, where: { projectId: was }, data: { projectId } })),
    async (tx, moved) => {
      for (const [at, [was]] of groups.entries()) await moveMoney(tx, moved[at] ?? [], was, projectId)
    },
  )
  const undo = groups.flatMap(([was], at): UndoStep[] => {
    const group = changed[at] ?? []
    return group.length === 0 ? [] : [{ verb: 'move', ids: group, projectId: was }]
  })
  return answer(db, ids, changed.flat(), undo)
}

/** Whose project it is; undefined where there is none to be anybody's, null where it is gone. */
async function accountOf(db: Db, projectId: string | null): Promise<string | null | undefined> {
  if (projectId === null) return undefined
  return (await db.project.findUnique({ where: { id: projectId } }))?.accountId ?? null
}

/** What generations committed counts against another project: caps or not, it was spent. */
async function moveMoney(tx: Tx, ids: readonly string[], from: string | null, to: string | null): Promise<void> {
  const sums = new Map<string, number>()
  for (const part of parts(ids)) {
    const standings = await readStandings(tx, { id: { in: part } })
    for (const { id, accountId } of await readMany(tx, part)) {
      const standing = standings.get(id)
      if (standing) sums.set(accountId, (sums.get(accountId) ?? 0) + committed(standing))
    }
  }
  for (const [accountId, microUsd] of sums) {
    if (from !== null) await addTo(tx, accountId, 'project', from, -microUsd, null)
    if (to !== null) await addTo(tx, accountId, 'project', to, microUsd, null)
  }
}
