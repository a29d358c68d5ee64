import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Answer, AnswerBody } from './answer'
import { readClip } from './footage/clip'

/** How an ordered fault spoils the sending itself. */
export interface Spoiling {
  /** The body stops after this many bytes: the socket dies, or stays open and silent. */
  stopAt?: { bytes: number; ending: 'destroy' | 'hang' }
  /** The body comes in small pieces, `bytes` every `everyMs`. */
  drip?: { bytes: number; everyMs: number }
}

/** Writes an answer, whole or spoiled. Resolves when nothing more will be written. */
export async function send(response: ServerResponse, answer: Answer, spoiling: Spoiling = {}): Promise<void> {
  const { type, size, stream } = opened(answer.body)
  response.writeHead(answer.status, {
    ...(type ? { 'content-type': type } : {}),
    'content-length': String(size),
    ...answer.headers,
  })
  try {
    await pipeline(spoiled(stream, spoiling), response, { end: spoiling.stopAt === undefined })
    if (spoiling.stopAt?.ending === 'destroy') response.destroy()
  } catch {
    // The client left, or the sandbox is closing: there is nobody to tell.
    response.destroy()
  }
}

/** Writes bytes that need not be an answer at all, past the HTTP library. */
export function sendRaw(socket: Socket, bytes: Buffer, ending: 'close' | 'reset' | 'hang'): void {
  socket.write(bytes, () => {
    if (ending === 'close') socket.end()
    if (ending === 'reset') socket.resetAndDestroy()
  })
}

function opened(body: AnswerBody): { type?: string; size: number; stream: Readable } {
  if (body.kind === 'clip') {
    const { clip, from, to } = body
    return { type: 'video/mp4', size: Math.max(0, to - from + 1), stream: readClip(clip, from, to) }
  }
  const bytes = bytesOf(body)
  return { type: typeOf(body), size: bytes.length, stream: Readable.from(bytes.length > 0 ? [bytes] : []) }
}

function bytesOf(body: Exclude<AnswerBody, { kind: 'clip' }>): Buffer {
  if (body.kind === 'json') return Buffer.from(JSON.stringify(body.value))
  if (body.kind === 'text') return Buffer.from(body.text)
  return body.kind === 'bytes' ? body.bytes : Buffer.alloc(0)
}

function typeOf(body: Exclude<AnswerBody, { kind: 'clip' }>): string | undefined {
  if (body.kind === 'json') return 'application/json; charset=utf-8'
  return body.kind === 'empty' ? undefined : body.type
}

async function* spoiled(source: AsyncIterable<Buffer>, { stopAt, drip }: Spoiling): AsyncGenerator<Buffer> {
  let left = stopAt?.bytes ?? Number.POSITIVE_INFINITY
  for await (const chunk of source) {
    const wanted = chunk.subarray(0, left)
    left -= wanted.length
    if (drip) yield* dripped(wanted, drip)
    else yield wanted
    if (left === 0) return
  }
}

async function* dripped(chunk: Buffer, drip: NonNullable<Spoiling['drip']>): AsyncGenerator<Buffer> {
  for (let at = 0; at < chunk.length; at += drip.bytes) {
    yield chunk.subarray(at, at + drip.bytes)
    await new Promise((resolve) => setTimeout(resolve, drip.everyMs))
  }
}
