'use server'

import { asOwner } from '@/app/access'
import { setCaps, setProjectCap } from '@/lib/generations/spending-caps'
import { capsSchema, projectCapSchema } from '@/lib/generations/spending-input'
import type { ActionResult } from '@/lib/generations/view'

const UNREADABLE: ActionResult = { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' }

export async function saveCaps(caps: unknown): Promise<ActionResult> {
  const parsed = capsSchema.safeParse(caps)
  return parsed.success ? asOwner(() => setCaps(parsed.data)) : UNREADABLE
}

export async function capProject(cap: unknown): Promise<ActionResult> {
  const parsed = projectCapSchema.safeParse(cap)
  return parsed.success ? asOwner(() => setProjectCap(parsed.data.id, parsed.data.capMicroUsd)) : UNREADABLE
}
