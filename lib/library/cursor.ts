import * as z from 'zod'
import type { LibraryTotal } from '@/lib/library/view'

/** Where a page of the library ended: what the next one comes after, and the total, which is not counted again. */
export interface LibraryCursor {
  /** What it was sorted by. */
  key: number
  /** ms since 1970 */
  createdAt: number
  /** The entry's. */
  id: number
  total: LibraryTotal
}

const amount = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const whole = z.int().nonnegative()
const shape = z.tuple([amount, amount, whole, whole, whole, whole, amount])

/** What a cursor says; null for none, and for one that can't be read. */
export function readCursor(text: string | null): LibraryCursor | null {
  if (text === null) return null
  const parsed = shape.safeParse(decoded(text))
  if (!parsed.success) return null
  const [key, createdAt, id, clips, bytes, durationMs, chargedMicroUsd] = parsed.data
  return { key, createdAt, id, total: { clips, bytes, durationMs, chargedMicroUsd } }
}

/** The same as a parameter of an address. */
export function writeCursor({ key, createdAt, id, total }: LibraryCursor): string {
  const parts = [key, createdAt, id, total.clips, total.bytes, total.durationMs, total.chargedMicroUsd]
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
