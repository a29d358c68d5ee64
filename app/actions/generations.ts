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
  return cancel(z.uuid().parse(id))
}

export async function deleteGeneration(id: unknown): Promise<ActionResult> {
  return remove(z.uuid().parse(id))
}

export async function resolveUncertain(id: unknown, verdict: unknown): Promise<ActionResult> {
  return resolve(z.uuid().parse(id), z.enum(['charged', 'not-charged']).parse(verdict))
}

export async function receiveAgain(id: unknown): Promise<ActionResult> {
  const result = await receive(z.uuid().parse(id))
  wakeEngine()
  return result
}
