'use server'

import { wakeEngine } from '@/lib/engine/studio'
import { submitTranscript as submit, transcriptIntentSchema } from '@/lib/generations/submit-transcript'
import type { TranscriptResult } from '@/lib/generations/transcript-view'

export async function submitTranscript(intent: unknown): Promise<TranscriptResult> {
  const parsed = transcriptIntentSchema.safeParse(intent)
  if (!parsed.success) return { kind: 'invalid', sentence: 'The page sent something unreadable. Nothing was spent.' }
  const result = await submit(parsed.data)
  if (result.kind === 'accepted') wakeEngine()
  return result
}
