import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refuseInvalid } from '../answer'
import { issue } from '../rules/issue'

const timestamp = z.iso.datetime().max(40)

const filters = z.strictObject({
  currency: z.enum(['USD', 'DIEM', 'BUNDLED_CREDITS']).optional(),
  startTimestamp: timestamp.optional(),
  endTimestamp: timestamp.optional(),
  pageSize: z.coerce.number().int().min(10).max(1_000).default(1_000),
})

const cursorContents = z.strictObject({ at: z.int().min(0), filters })

export type UsageFilters = z.infer<typeof filters>

/** A page of the walk: which entries, and from which place in the ledger. */
export interface UsagePage {
  filters: UsageFilters
  at: number
}

export const usageFilters = filters

/** Cursors carry their filters and a seal of this process: a changed one, or one of an earlier run, is a 400. */
const SEAL_KEY = randomBytes(32)

export function writeCursor(page: UsagePage): string {
  const contents = Buffer.from(JSON.stringify(page)).toString('base64url')
  return contents + seal(contents)
}

export function readCursor(cursor: string): UsagePage {
  const contents = cursor.slice(0, -SEAL_LENGTH)
  if (seal(contents) !== cursor.slice(-SEAL_LENGTH)) throw rejected()
  const parsed = cursorContents.safeParse(JSON.parse(Buffer.from(contents, 'base64url').toString('utf8')))
  if (!parsed.success) throw rejected()
  return parsed.data
}

const SEAL_LENGTH = 43
const seal = (contents: string) => createHmac('sha256', SEAL_KEY).update(contents).digest('base64url')
const rejected = () => refuseInvalid([issue('cursor', 'Invalid cursor. Restart from the first page.')])
