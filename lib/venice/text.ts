import 'server-only'
import { causeOf } from '@/lib/errors'
import type { Answered } from '@/lib/venice/exchange'

export interface Text {
  text: string
  /** Why this is not all of it; null when it is. */
  brokenBecause: string | null
}

/** Reads an answer as UTF-8 within `limit` bytes and `timeout` ms, then closes it. Never throws. */
export async function readText(answer: Answered, limit: number, timeout: number): Promise<Text> {
  const pieces: Uint8Array[] = []
  let size = 0
  let brokenBecause: string | null = null
  const timer = setTimeout(() => {
    brokenBecause = 'the answer took too long'
    answer.close()
  }, timeout)
  try {
    for await (const piece of answer.body) {
      size += piece.length
      if (size > limit) {
        brokenBecause = `the answer is longer than ${limit} bytes`
        break
      }
      pieces.push(piece)
    }
  } catch (error) {
    brokenBecause ??= causeOf(error)
  } finally {
    clearTimeout(timer)
    answer.close()
  }
  // Takes a byte order mark off, which JSON.parse would stumble over: a paid receipt may begin with one.
  return { text: new TextDecoder().decode(Buffer.concat(pieces)), brokenBecause }
}

/** The value of a text that is JSON; `undefined`, which JSON does not have, when it is not or is cut. */
export function jsonOf({ text, brokenBecause }: Text): unknown {
  if (brokenBecause !== null) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
