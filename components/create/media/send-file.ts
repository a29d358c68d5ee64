import { postFile, sentenceIn, valueIn } from '@/components/query/post-file'
import type { AssetMedium } from '@/lib/generations/media-input'
import type { TakenFrom } from '@/lib/library/taken-from'

/** What became of a file. */
export type Sent = { ok: true; medium: AssetMedium } | { ok: false; sentence: string }

interface Sending {
  /** Of a frame: the clip it was taken from. */
  takenFrom?: TakenFrom | undefined
  /** Called as it goes, with the share that has gone, 0 to 1. */
  onShare?: (share: number) => void
  signal?: AbortSignal
}

/** Sends a file to the studio, which checks and keeps it. Never rejects; null after `signal`. */
export async function sendFile(file: Blob, name: string, { takenFrom, ...sending }: Sending): Promise<Sent | null> {
  const query = new URLSearchParams({ name })
  if (takenFrom) {
    query.set('from', takenFrom.hash)
    query.set('at', String(takenFrom.atMs))
  }
  const answered = await postFile(`/api/uploads?${query}`, file, sending)
  if (answered === null) return null
  return answered === 'broken' ? { ok: false, sentence: BROKEN } : readAnswer(answered.answer, answered.status)
}

/** What is said when the studio does not answer. */
export const BROKEN = 'It did not arrive: the studio does not answer. Nothing was kept.'

/** The studio's answer, or a sentence where it is none. */
export function readAnswer(answer: unknown, status: number): Sent {
  const medium = valueIn(answer, 'medium')
  if (valueIn(answer, 'ok') === true && isAsset(medium)) return { ok: true, medium }
  return { ok: false, sentence: sentenceIn(answer, status) }
}

const isAsset = (value: unknown): value is AssetMedium =>
  valueIn(value, 'kind') === 'asset' && typeof valueIn(value, 'hash') === 'string'
