import 'server-only'

/** A body that is being sent, read once, only as fast as it is taken. */
export interface Incoming {
  /** Its first bytes, up to `most`; they come again with `pieces`. @throws what the sender's connection does */
  head(most: number): Promise<Buffer>
  /** All of it, from the first byte. Whoever stops taking does not cut the sender off. */
  pieces(): AsyncIterable<Uint8Array>
  /**
   * Takes the rest and forgets it, up to so many bytes, then cuts the sender off: a browser that is cut off in the
   * middle of sending never reads the answer it was given. Never throws.
   */
  forget(most: number): Promise<void>
}

export function openIncoming(body: ReadableStream<Uint8Array>): Incoming {
  const reader = body.getReader()
  const held: Uint8Array[] = []
  const next = async (): Promise<Uint8Array | null> => held.shift() ?? (await reader.read()).value ?? null
  return {
    async head(most) {
      let bytes = 0
      while (bytes < most) {
        const { value } = await reader.read()
        if (!value) break
        held.push(value)
        bytes += value.length
      }
      return Buffer.concat(held).subarray(0, most)
    },
    pieces: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => asStep(await next()) }) }),
    async forget(most) {
      try {
        for (let bytes = 0; bytes < most; ) {
          const piece = await next()
          if (!piece) break
          bytes += piece.length
        }
        await reader.cancel()
      } catch {
        // The sender has left: nobody waits for an answer.
      }
    },
  }
}

const asStep = (piece: Uint8Array | null): IteratorResult<Uint8Array, undefined> =>
  piece ? { done: false, value: piece } : { done: true, value: undefined }
