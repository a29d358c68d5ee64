'use server'

import * as z from 'zod'
import { wakeEngine } from '@/lib/engine/studio'
import { cancelGeneration as cancel } from '@/lib/generations/cancel'
import { deleteGeneration as remove } from '@/lib/generations/delete'
import { receiveAgain as receive } from '@/lib/generations/receive-again'
import { resolveUncertain as resolve } from '@/lib/generations/resolve'
import { intentSchema, submitGeneration as submit } from '@/lib/generations/submit'
import type { ActionResult, SubmitResult } from '@/lib/generations/view'

// An action may be called by anything that can reach the port: arguments are unknown until parsed.

export async function submitGeneration(intent: unknown): Promise<SubmitResult> {
  const parsed = intentSchema.safeParse(intent)
  if (!parsed.success)
    return { kind: 'invalid', sentence: 'The form sent something unreadable. Nothing was spent.', fields: {} }
  const result = await submit(parsed.data)
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
  const result = await withId(id, receive)
  wakeEngine()
  return result
}

const UNREADABLE: ActionResult = { ok: false, sentence: 'The page sent something unreadable. Nothing was changed.' }

async function withId(id: unknown, work: (id: string) => Promise<ActionResult>): Promise<ActionResult> {
  const parsed = z.uuid().safeParse(id)
  return parsed.success ? work(parsed.data) : UNREADABLE
}
