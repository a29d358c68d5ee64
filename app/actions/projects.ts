'use server'

import { asOwner } from '@/app/access'
import { addProject, type ProjectAdded, projectNameSchema } from '@/lib/generations/add-project'

export async function createProject(name: unknown): Promise<ProjectAdded> {
  const parsed = projectNameSchema.safeParse(name)
  if (!parsed.success) return { ok: false, sentence: 'A project needs a name of 1 to 80 characters.' }
  return asOwner(() => addProject(parsed.data))
}
