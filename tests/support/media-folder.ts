import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type MediaFolder, openMediaFolder } from '@/lib/media/folder'
import { type Received, type Reception, receiveMedia } from '@/lib/media/receive'

/** An empty media folder, gone after the test. */
export async function freshFolder(): Promise<MediaFolder> {
  const root = await mkdtemp(join(tmpdir(), 'squero-media-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  return openMediaFolder(root)
}

/** Bytes as they come over a network. */
export async function* inPieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** A whole answer, received. */
export async function receiveAll(folder: MediaFolder, bytes: Uint8Array, name = 'generation-1'): Promise<Received> {
  return wholeOf(await receiveMedia(inPieces(bytes), { folder, name, expectedBytes: bytes.length, maxBytes: 1e9 }))
}

/** What was received, which must be whole. */
export function wholeOf(reception: Reception): Received {
  if (reception.kind === 'broken') throw reception.error
  return reception.received
}
