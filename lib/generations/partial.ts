import 'server-only'
import * as z from 'zod/mini'
import type { PartFile } from '@/lib/media/part'

/** A download that broke off, as rows keep it: what is on the disk, and what its rest is asked for by. */
export interface PartialFile extends PartFile {
  /** The strong validator of the version it belongs to. */
  tag: string
  /** Bytes of the whole file; null when they were never announced. */
  length: number | null
  /** SHA-256 once all of it is here: it may have its final name already. */
  hash?: string
}

const partialSchema: z.ZodMiniType<PartialFile> = z.object({
  file: z.string(),
  bytes: z.number(),
  atRest: z.boolean(),
  tag: z.string(),
  length: z.nullable(z.number()),
  hash: z.optional(z.string()),
})

/** What a row keeps of a download that broke off, or null. */
export function readPartial(stored: unknown): PartialFile | null {
  return partialSchema.safeParse(stored).data ?? null
}

/** Whether nothing is missing: it only has to be looked through. */
export const isComplete = (partial: PartialFile | null) => partial !== null && partial.bytes === partial.length
