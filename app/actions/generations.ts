'use server'

import * as z from 'zod'
import { asOwner } from '@/app/access'
import { wakeEngine } from '@/lib/engine/studio'
import { askAgain as ask } from '@/lib/generations/ask-again'
import { cancelGeneration as cancel } from '@/lib/generations/cancel'
import { confirmConsent as confirm } from '@/lib/generations/consent'
import { deleteGeneration as remove } from '@/lib/generations/delete'
import { giveUp as give } from '@/lib/generations/give-up'
import { moveInLine as move, pauseSending as pause, resumeSending as resume } from '@/lib/generations/line'
import { purgeRemote as purge } from '@/lib/generations/purge-remote'
import { receiveAgain as receive } from '@/lib/generations/receive-again'
import { resolveUncertain as resolve } from '@/lib/generations/resolve'
import { seeAll } from '@/lib/generations/see-all'
import { intentSchema, submitGeneration as submit } from '@/lib/generations/submit'
import type { ActionResult, SubmitResult } from '@/lib/generations/view'

// An action may be called by anything that can reach the port: arguments are unknown until parsed.

export async function submitGeneration(intent: unknown): Promise<SubmitResult> {
  const parsed = intentSchema.safeParse(intent)
  if (!parsed.success)
    return { kind: 'invalid', sentence: 'The form sent something unreadable. Nothing was spent.', fields: {} }
  const result = await asOwner<SubmitResult, SubmitResult>(
    () => submit(parsed.data),
    (sentence) => ({ kind: 'refused', sentence }),
  )
  if (result.kind === 'accepted') wakeEngine()
  return result
}

export async function cancelGeneration(id: unknown): Promise<ActionResult> {
  return withId(id, cancel)
}

export async function deleteGeneration(id: unknown): Promise<ActionResult> {
  return withId(id, remove)
}

export async function resolveUncertain(id: unknown, verdict: unknown): Promise<ActionResult> {
  const parsed = z.enum(['charged', 'not-charged']).safeParse(verdict)
  return parsed.success ? withId(id, (known) => resolve(known, parsed.data)) : UNREADABLE
}

export async function receiveAgain(id: unknown): Promise<ActionResult> {
  return waking(withId(id, receive))
}

export async function askAgain(id: unknown): Promise<ActionResult> {
  return waking(withId(id, ask))
}

export async function confirmConsent(id: unknown): Promise<ActionResult> {
  return waking(withId(id, confirm))
}

export async function purgeRemote(id: unknown): Promise<ActionResult> {
  return waking(withId(id, purge))
}

export async function giveUp(id: unknown): Promise<ActionResult> {
  return withId(id, give)
}

export async function markAllSeen(): Promise<ActionResult> {
  return asOwner(seeAll)
}

export async function moveInLine(id: unknown, to: unknown): Promise<ActionResult> {
  const parsed = z.enum(['first', 'up', 'down', 'last']).safeParse(to)
  return parsed.success ? withId(id, (known) => move(known, parsed.data)) : UNREADABLE
}

export async function pauseSending(): Promise<ActionResult> {
  return asOwner(pause)
}

export async function resumeSending(): Promise<ActionResult> {
  return waking(asOwner(resume))
}

const UNREADABLE: ActionResult = { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' }

async function withId(id: unknown, work: (id: string) => Promise<ActionResult>): Promise<ActionResult> {
  const parsed = z.uuid().safeParse(id)
  return parsed.success ? asOwner(() => work(parsed.data)) : UNREADABLE
}

/** There may be something to send or to ask for now. */
async function waking(work: Promise<ActionResult>): Promise<ActionResult> {
  const result = await work
  wakeEngine()
  return result
}
