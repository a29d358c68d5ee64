import 'server-only'
import * as z from 'zod'
import { binMany, unbinMany } from '@/lib/library/bin'
import { moveToProject } from '@/lib/library/move'
import { rateMany } from '@/lib/library/rate'
import { starMany } from '@/lib/library/star'
import { tagMany } from '@/lib/library/tag'
import { tagName } from '@/lib/library/tag-name'
import type { LibraryResult, UndoStep } from '@/lib/library/view'

/** The most generations one action takes. */
const MOST = 1000

export const manyIds = z
  .array(z.uuid())
  .min(1)
  .max(MOST)
  .transform((ids) => [...new Set(ids)])

export const ratingValue = z.int().min(1).max(5).nullable()

export const tagNames = z.array(tagName).max(50)

const step: z.ZodType<UndoStep> = z.discriminatedUnion('verb', [
  z.strictObject({ verb: z.literal('move'), ids: manyIds, projectId: z.uuid().nullable() }),
  z.strictObject({ verb: z.literal('tag'), ids: manyIds, add: tagNames, remove: tagNames }),
  z.strictObject({ verb: z.literal('rate'), ids: manyIds, rating: ratingValue }),
  z.strictObject({ verb: z.literal('star'), ids: manyIds, on: z.boolean() }),
  z.strictObject({ verb: z.enum(['bin', 'unbin']), ids: manyIds }),
])

/** A step for each project, rating or tag there was. */
export const undoSteps = z.array(step).min(1).max(MOST)

/** Takes back what an action answered how to. What it counts is generations, each once. */
export async function undo(steps: readonly UndoStep[]): Promise<LibraryResult> {
  const touched = new Set<string>()
  for (const one of steps) {
    const result = await carryOut(one)
    if (!result.ok) return result
    for (const id of one.ids) touched.add(id)
  }
  return { ok: true, count: touched.size }
}

function carryOut(one: UndoStep): Promise<LibraryResult> {
  switch (one.verb) {
    case 'move':
      return moveToProject(one.ids, one.projectId)
    case 'tag':
      return tagMany(one.ids, one.add, one.remove)
    case 'rate':
      return rateMany(one.ids, one.rating)
    case 'star':
      return starMany(one.ids, one.on)
    case 'bin':
      return binMany(one.ids)
    case 'unbin':
      return unbinMany(one.ids)
  }
}
