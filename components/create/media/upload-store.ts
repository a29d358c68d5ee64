import type { Place } from '@/components/create/media/places'
import { type Sent, sendFile } from '@/components/create/media/send-file'
import type { Upload } from '@/components/create/media/uploads'
import { newId } from '@/components/create/new-id'
import type { TakenFrom } from '@/lib/library/taken-from'

/** More at once would leave the page no connection for its questions (six to a host). */
const AT_ONCE = 2

// Outside of React, so that a file goes on arriving while the person looks at other pages.
let uploads: readonly Upload[] = []
const files = new Map<string, { file: Blob; takenFrom: TakenFrom | undefined; stop: AbortController }>()
const listeners = new Set<() => void>()

export const currentUploads = () => uploads

export function onUploads(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Sends a file for a place, as soon as it is its turn. `takenFrom`: the clip it is a frame of. */
export function startUpload(place: Place, file: Blob, name: string, takenFrom?: TakenFrom): void {
  const id = newId()
  files.set(id, { file, takenFrom, stop: new AbortController() })
  change([...uploads, { id, place, name, bytes: file.size, state: { kind: 'waiting' } }])
  sendNext()
}

/** Puts a sentence where the file would be. */
export function refuseUpload(place: Place, name: string, sentence: string): void {
  change([...uploads, { id: newId(), place, name, bytes: 0, state: { kind: 'failed', sentence } }])
}

/** Ends an upload, or takes away what failed. */
export function dropUpload(id: string): void {
  files.get(id)?.stop.abort()
  files.delete(id)
  change(uploads.filter((upload) => upload.id !== id))
  sendNext()
}

/** Takes away what was refused: it was said. */
export function dropRefused(): void {
  change(uploads.filter(({ state }) => state.kind !== 'failed'))
}

/** Leaves only these: the others have found their place. */
export function keepUploads(left: readonly Upload[]): void {
  change(uploads.filter(({ id }) => left.some((upload) => upload.id === id)))
}

function sendNext(): void {
  const going = uploads.filter(({ state }) => state.kind === 'sending').length
  const next = uploads.find(({ state }) => state.kind === 'waiting')
  const content = next && files.get(next.id)
  if (going >= AT_ONCE || !next || !content) return
  const onShare = (share: number) => setState(next.id, { kind: 'sending', share })
  onShare(0)
  const { file, takenFrom, stop } = content
  void sendFile(file, next.name, { takenFrom, onShare, signal: stop.signal }).then((sent) => settle(next.id, sent))
  sendNext()
}

function settle(id: string, sent: Sent | null): void {
  files.delete(id)
  if (sent?.ok) setState(id, { kind: 'done', medium: sent.medium })
  else if (sent) setState(id, { kind: 'failed', sentence: sent.sentence })
  sendNext()
}

const setState = (id: string, state: Upload['state']) =>
  change(uploads.map((upload) => (upload.id === id ? { ...upload, state } : upload)))

function change(next: readonly Upload[]): void {
  uploads = next
  for (const listener of listeners) listener()
}
