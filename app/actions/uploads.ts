'use server'

import * as z from 'zod'
import { asOwner } from '@/app/access'
import type { ActionResult } from '@/lib/generations/view'
import { removeUpload as remove } from '@/lib/library/remove-upload'
import { type Shrunk, shrinkUpload as shrink } from '@/lib/library/shrink-upload'
import { isHash } from '@/lib/media/folder'

const hashSchema = z.string().refine(isHash)

const UNREADABLE = { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' } as const

export async function removeUpload(hash: unknown): Promise<ActionResult> {
  const parsed = hashSchema.safeParse(hash)
  return parsed.success ? asOwner(() => remove(parsed.data)) : UNREADABLE
}

export async function shrinkUpload(hash: unknown): Promise<Shrunk> {
  const parsed = hashSchema.safeParse(hash)
  return parsed.success ? asOwner(() => shrink(parsed.data)) : UNREADABLE
}
