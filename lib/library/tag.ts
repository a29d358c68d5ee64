import 'server-only'
import { randomUUID } from 'node:crypto'
import { studioDb, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import { TRANSACTION } from '@/lib/generations/store'
import { answer, groupsOf, readMany } from '@/lib/library/many'
import { foldTag } from '@/lib/library/tag-name'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

const { sql } = Prisma

/** Puts tags on generations, by name, and takes others off; a tag is there as long as something has it. */
export async function tagMany(
  ids: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): Promise<LibraryResult> {
  const db = await studioDb()
  const accounts = groupsOf(await readMany(db, ids), (row) => row.accountId)
  const kept = new Set(add.map(foldTag))
  const gone = remove.filter((name) => !kept.has(foldTag(name)))
  const undo = await db.$transaction(async (tx) => {
    const steps: UndoStep[] = []
    for (const [accountId, group] of accounts) {
      for (const name of add) steps.push(...(await addTag(tx, accountId, name, group)))
      for (const name of gone) steps.push(...(await removeTag(tx, accountId, name, group)))
    }
    return steps
  }, TRANSACTION)
  return answer(db, ids, [...new Set(undo.flatMap((step) => step.ids))], undo)
}

async function addTag(tx: Tx, accountId: string, name: string, ids: readonly string[]): Promise<UndoStep[]> {
  const key = { accountId, key: foldTag(name) }
  // One that nothing has is there no more: its name is not kept.
  await tx.tag.deleteMany({ where: { ...key, uses: { none: {} } } })
  const tag = await tx.tag.upsert({
    where: { accountId_key: key },
    create: { id: randomUUID(), name, ...key },
    update: {},
  })
  const tagged = await tx.$queryRaw<{ generationId: string }[]>(sql`
    INSERT INTO "GenerationTag" ("generationId", "tagId") SELECT value, ${tag.id} FROM json_each(${JSON.stringify(ids)}) WHERE true
    ON CONFLICT DO NOTHING RETURNING "generationId"`)
  return tagged.length === 0 ? [] : [{ verb: 'tag', ids: tagged.map(idOf), add: [], remove: [tag.name] }]
}

async function removeTag(tx: Tx, accountId: string, name: string, ids: readonly string[]): Promise<UndoStep[]> {
  const key = foldTag(name)
  const untagged = await tx.$queryRaw<{ generationId: string }[]>(sql`
    DELETE FROM "GenerationTag" WHERE "generationId" IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      AND "tagId" IN (SELECT "id" FROM "Tag" WHERE "accountId" = ${accountId} AND "key" = ${key})
    RETURNING "generationId"`)
  if (untagged.length === 0) return []
  const tag = await tx.tag.findUniqueOrThrow({ where: { accountId_key: { accountId, key } } })
  await tx.tag.deleteMany({ where: { id: tag.id, uses: { none: {} } } })
  return [{ verb: 'tag', ids: untagged.map(idOf), add: [tag.name], remove: [] }]
}

const idOf = ({ generationId }: { generationId: string }) => generationId
