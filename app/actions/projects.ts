'use server'

import * as z from 'zod'
import { addProject, type ProjectAdded } from '@/lib/generations/add-project'

const nameSchema = z.string().trim().min(1).max(80)

export async function createProject(name: unknown): Promise<ProjectAdded> {
  const parsed = nameSchema.safeParse(name)
  if (!parsed.success) return { ok: false, sentence: 'A project needs a name of 1 to 80 characters.' }
  return addProject(parsed.data)
}
