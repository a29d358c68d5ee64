import { BROKEN } from '@/components/create/media/send-file'
import { postFile, sentenceIn, valueIn } from '@/components/query/post-file'
import type { FoundSettings } from '@/lib/library/archive/view'

/** What became of a file that was dropped on the studio. `found` is null where it told nothing of itself. */
export type Restored = { ok: true; found: FoundSettings | null; isClip: boolean } | { ok: false; sentence: string }

/** The record stands at the very end of a file and is never longer. Bytes. */
const TAIL_BYTES = 1024 * 1024

/** Whether a file says how it was made: looked for here, so that nothing is sent only to find out. */
export async function carriesSettings(file: File): Promise<boolean> {
  if (!/\.(mp4|m4v)$/i.test(file.name) && file.type !== 'video/mp4') return false
  const tail = await file.slice(-TAIL_BYTES).text()
  return tail.includes('<squero:record>')
}

/** Gives a file to the library: a clip that says how it was made is one of its clips again, another is an upload. */
export async function restoreFile(
  file: File,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Restored | null> {
  const path = `/api/uploads?restore=1&name=${encodeURIComponent(file.name)}`
  const answered = await postFile(path, file, { onShare, signal })
  if (answered === null) return null
  if (answered === 'broken') return { ok: false, sentence: BROKEN }
  const { answer, status } = answered
  if (valueIn(answer, 'ok') !== true) return { ok: false, sentence: sentenceIn(answer, status) }
  const found = valueIn(answer, 'found')
  const isClip = String(valueIn(valueIn(answer, 'medium'), 'mime')).startsWith('video/')
  return { ok: true, found: isFound(found) ? found : null, isClip }
}

const isFound = (value: unknown): value is FoundSettings =>
  typeof valueIn(value, 'generation') === 'string' && typeof valueIn(value, 'input') === 'object'
