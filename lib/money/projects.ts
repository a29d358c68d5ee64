import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Tx } from '@/lib/db/client'

/** A project as it was kept. */
export interface Project {
  id: string
  name: string
  /** µUSD; null: no cap. */
  capMicroUsd: number | null
}

/** The projects of an account, by name. */
export async function listProjects(tx: Tx, accountId: string): Promise<Project[]> {
  const rows = await tx.project.findMany({ where: { accountId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  return rows.map(projectOf)
}

/** A project with this name: the one that is there, or a new one. */
export async function createProject(tx: Tx, accountId: string, name: string, at: Date): Promise<Project> {
  const row = await tx.project.upsert({
    where: { accountId_name: { accountId, name } },
    create: { id: randomUUID(), accountId, name, createdAt: at },
    update: {},
  })
  return projectOf(row)
}

/** Sets a project's cap, µUSD; null takes it away. False: this account has no such project. */
export async function capProject(tx: Tx, accountId: string, id: string, microUsd: number | null): Promise<boolean> {
  const capMicroUsd = microUsd === null ? null : BigInt(microUsd)
  const { count } = await tx.project.updateMany({ where: { id, accountId }, data: { capMicroUsd } })
  return count === 1
}

const projectOf = (row: { id: string; name: string; capMicroUsd: bigint | null }): Project => ({
  id: row.id,
  name: row.name,
  capMicroUsd: row.capMicroUsd === null ? null : Number(row.capMicroUsd),
})
