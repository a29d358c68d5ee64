import 'server-only'
import { randomUUID } from 'node:crypto'
import { TRANSACTION } from '@/lib/generations/store'
import {
  type AccountRecord,
  accountShape,
  PLACES,
  type ProjectRecord,
  projectShape,
  type SearchRecord,
  searchShape,
  tagShape,
} from '@/lib/library/archive/format'
import { tagsOf } from '@/lib/library/archive/import/related'
import { type Scene, tell } from '@/lib/library/archive/import/scene'

/** Accounts, and what they hold beside generations: projects, tags and saved searches. What is here already stays as it is. */
export async function importBooks(scene: Scene): Promise<void> {
  for await (const record of scene.archive.records(PLACES.accounts, accountShape)) {
    if (record) await importAccount(scene, record)
  }
  const added: ProjectRecord[] = []
  for await (const record of scene.archive.records(PLACES.projects, projectShape)) {
    if (record && (await importProject(scene, record))) added.push(record)
  }
  await placeProjects(scene, added)
  for await (const record of scene.archive.records(PLACES.tags, tagShape)) {
    // Those that nothing has are tags too.
    if (record && scene.accounts.has(record.accountId)) await tagsOf(scene.db, record.accountId, [record.name])
  }
  for await (const record of scene.archive.records(PLACES.searches, searchShape)) {
    if (record) await importSearch(scene, record)
  }
}

async function importAccount({ db, accounts }: Scene, record: AccountRecord): Promise<void> {
  const { id, baseUrl, sandbox, rules } = record
  // It is shown by its host.
  if (!sandbox && !(URL.canParse(baseUrl) && /^https?:/.test(baseUrl))) return
  // An archive tells no fingerprint: the account is known by its id, which follows from address and key.
  const row = { id, baseUrl, sandbox, keyFingerprint: `imported ${id}`, createdAt: new Date(record.createdAt) }
  await db.account.upsert({ where: { id }, create: row, update: {} })
  accounts.add(id)
  if (!rules) return
  const { timeZone, ...caps } = rules
  const amounts = Object.fromEntries(
    Object.entries(caps).map(([name, microUsd]) => [name, microUsd === null ? null : BigInt(microUsd)]),
  )
  await db.spendingRules.upsert({
    where: { accountId: id },
    create: { accountId: id, timeZone, ...amounts },
    update: {},
  })
}

/** @returns whether it was added; another one of the same name stands for it */
async function importProject(scene: Scene, record: ProjectRecord): Promise<boolean> {
  const { db, accounts, projects, report } = scene
  const { id, accountId, name, capMicroUsd } = record
  if (!accounts.has(accountId)) return false
  const alike = await db.project.findMany({ where: { accountId, OR: [{ id }, { name }] } })
  const here = alike.find((one) => one.id === id) ?? alike[0]
  if (here) {
    projects.set(id, here)
    if (here.id !== id) tell(scene, id, `The project “${name}” is here already: its clips came into that one.`)
    return false
  }
  if ((await db.project.count({ where: { id } })) > 0) return false
  const cap = capMicroUsd === null ? null : BigInt(capMicroUsd)
  const row = { id, accountId, name, capMicroUsd: cap, createdAt: new Date(record.createdAt) }
  projects.set(id, await db.project.create({ data: row }))
  report.projects += 1
  return true
}

/** Puts added projects under the ones they were parts of, never one into itself. */
async function placeProjects({ db, projects }: Scene, added: readonly ProjectRecord[]): Promise<void> {
  for (const { id, accountId, parentId } of added) {
    const parent = parentId === null ? undefined : projects.get(parentId)
    if (!parent || parent.accountId !== accountId) continue
    await db.$transaction(async (tx) => {
      await tx.project.update({ where: { id }, data: { parentId: parent.id } })
      for (let at: string | null = parent.id, steps = 0; at !== null; steps += 1) {
        if (at === id || steps > added.length + 100) {
          await tx.project.update({ where: { id }, data: { parentId: null } })
          return
        }
        const above: { parentId: string | null } | null = await tx.project.findUnique({ where: { id: at } })
        at = above?.parentId ?? null
      }
    }, TRANSACTION)
  }
}

async function importSearch({ db, accounts, report }: Scene, record: SearchRecord): Promise<void> {
  const { id, accountId, name, query, createdAt } = record
  if (!accounts.has(accountId)) return
  const alike = await db.savedSearch.count({ where: { accountId, OR: [{ id }, { name }] } })
  if (alike > 0) return
  const taken = await db.savedSearch.count({ where: { id } })
  const row = { id: taken > 0 ? randomUUID() : id, accountId, name, query, createdAt: new Date(createdAt) }
  await db.savedSearch.create({ data: row })
  report.searches += 1
}
