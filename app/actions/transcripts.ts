'use server'

import { asOwner } from '@/app/access'
import { wakeEngine } from '@/lib/engine/studio'
import { submitTranscript as submit, transcriptIntentSchema } from '@/lib/generations/submit-transcript'
import type { TranscriptResult } from '@/lib/generations/transcript-view'

export async function submitTranscript(intent: unknown): Promise<TranscriptResult> {
  const parsed = transcriptIntentSchema.safeParse(intent)
  if (!parsed.success) return { kind: 'invalid', sentence: 'The page sent something unreadable. Nothing was spent.' }
  const result = await asOwner<TranscriptResult, TranscriptResult>(
    () => submit(parsed.data),
    (sentence) => ({ kind: 'refused', sentence }),
  )
  if (result.kind === 'accepted') wakeEngine()
  return result
}
