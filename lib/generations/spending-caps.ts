import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import type { CapsInput } from '@/lib/generations/spending-input'
import type { ActionResult } from '@/lib/generations/view'
import { capProject } from '@/lib/money/projects'
import { saveRules } from '@/lib/money/rules'

/** Sets what may be spent. It counts from the next press of Generate; what was spent before stays. */
export async function setCaps(caps: CapsInput): Promise<ActionResult> {
  const [{ id }, db] = await Promise.all([studioAccount(), studioDb()])
  await saveRules(db, id, caps)
  return { ok: true }
}

/** Sets a project's cap, µUSD; null takes it away. */
export async function setProjectCap(id: string, capMicroUsd: number | null): Promise<ActionResult> {
  const [account, db] = await Promise.all([studioAccount(), studioDb()])
  const found = await capProject(db, account.id, id, capMicroUsd)
  return found ? { ok: true } : { ok: false, sentence: 'This project is not there any more. Nothing was changed.' }
}
