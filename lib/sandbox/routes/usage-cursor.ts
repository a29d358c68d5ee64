import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refuseInvalid } from '../answer'
import { CURRENCIES } from '../billing'
import { issue } from '../rules/issue'

const timestamp = z.iso.datetime().max(40)

const filters = z.strictObject({
  currency: z.enum(CURRENCIES).optional(),
  startTimestamp: timestamp.optional(),
  endTimestamp: timestamp.optional(),
  pageSize: z.coerce.number().int().min(10).max(1_000).default(1_000),
})

const place = z.strictObject({ at: z.int(), number: z.int().min(0) })

const cursorContents = z.strictObject({ after: place.nullable(), filters })

export type UsageFilters = z.infer<typeof filters>

/** A place in the history: a moment, and a number among what happened then. */
export type UsagePlace = z.infer<typeof place>

/** A page of the walk: which entries, and after which place. */
export type UsagePage = z.infer<typeof cursorContents>

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
