import 'server-only'
import * as z from 'zod'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { viewProject } from '@/lib/generations/spend-now'
import type { ProjectView } from '@/lib/generations/view'
import { createProject } from '@/lib/money/projects'

/** What a project may be called. */
export const projectNameSchema = z.string().trim().min(1).max(80)

export type ProjectAdded = { ok: true; project: ProjectView } | { ok: false; sentence: string }

/** A project of the account in use with this name: the one that is there already, or a new one. */
export async function addProject(name: string): Promise<ProjectAdded> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const project = await createProject(db, account.id, name, new Date(systemClock()))
  return { ok: true, project: await viewProject(db, account.id, project) }
}
