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

/**
 * Sends a file to the studio, which checks and keeps it. By XMLHttpRequest: fetch does not tell how far it is.
 * Never rejects; null after `signal`.
 */
export function sendFile(file: Blob, name: string, { takenFrom, onShare, signal }: Sending): Promise<Sent | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const query = new URLSearchParams({ name })
    if (takenFrom) {
      query.set('from', takenFrom.hash)
      query.set('at', String(takenFrom.atMs))
    }
    request.open('POST', `/api/uploads?${query}`)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare?.(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve(readAnswer(request.response, request.status))
    request.onerror = () => resolve({ ok: false, sentence: BROKEN })
    request.onabort = () => resolve(null)
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

const BROKEN = 'It did not arrive: the studio does not answer. Nothing was kept.'

/** The studio's answer, or a sentence where it is none. */
export function readAnswer(answer: unknown, status: number): Sent {
  const medium = valueIn(answer, 'medium')
  if (valueIn(answer, 'ok') === true && isAsset(medium)) return { ok: true, medium }
  const sentence = valueIn(answer, 'sentence')
  return { ok: false, sentence: typeof sentence === 'string' ? sentence : `The studio could not take it (${status}).` }
}

const valueIn = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined

const isAsset = (value: unknown): value is AssetMedium =>
  valueIn(value, 'kind') === 'asset' && typeof valueIn(value, 'hash') === 'string'
