import * as z from 'zod'

/** The last moment a date can hold, ms since 1970. */
const LAST_TIME = 8.64e15

const cursorSchema = z.tuple([z.int().nonnegative().max(LAST_TIME), z.string().max(64)])

/** What comes after a cursor, newest first by (created, id); one that can't be read starts from the top. */
export function keysetAfter(cursor: string | null) {
  if (cursor === null) return {}
  const parsed = cursorSchema.safeParse(decode(cursor))
  if (!parsed.success) return {}
  const [createdAt, id] = parsed.data
  const at = new Date(createdAt)
  return { OR: [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }] }
}

/** The cursor behind this one; null where there is none. */
export function keysetCursor(last: { createdAt: Date | number; id: string } | undefined): string | null {
  return last ? Buffer.from(JSON.stringify([Number(last.createdAt), last.id])).toString('base64url') : null
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return null
  }
}
