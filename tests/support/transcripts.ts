import { wakeEngine } from '@/lib/engine/studio'
import { submitTranscript } from '@/lib/generations/submit-transcript'
import type { TranscriptIntent, TranscriptResult } from '@/lib/generations/transcript-view'
import type { SandboxControl } from '@/tests/support/sandbox-control'

/** The address of a video whose name begins with these letters: one of its own for each. */
export const videoAt = (name: string) => `https://www.youtube.com/watch?v=${name.padEnd(11, '_').slice(0, 11)}`

/** What the dialog sends for an address. */
export function transcriptIntent(url: string, id: string = crypto.randomUUID()): TranscriptIntent {
  return { id, url, timeZone: null, confirmed: true }
}

/** Confirms a transcript: what the action does. */
export async function transcribe(intent: TranscriptIntent): Promise<TranscriptResult> {
  const result = await submitTranscript(intent)
  wakeEngine()
  return result
}

/** How often the paid request for an address came to the sandbox. */
export async function transcriptSends(control: SandboxControl, url: string): Promise<number> {
  const requests = await control.requests()
  return requests.filter(({ route, body }) => route === 'transcriptions' && JSON.stringify(body).includes(url)).length
}
