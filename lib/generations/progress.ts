import 'server-only'
import { causeOf } from '@/lib/errors'
import type { Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { log } from '@/lib/log'
import type { PartFile } from '@/lib/media/part'
import type { Media } from '@/lib/venice/answers'

/** How often the row says how far the download is, ms. */
const PROGRESS_EVERY = 500

/**
 * Writes to the row how far a download is: `say` for the screen, a courtesy that is not waited for; `safe` for whoever
 * goes on after a crash. Neither changes a row that somebody else took over, and neither ever fails.
 */
export function sayProgress(works: Works, row: Generation, { length, tag }: Media) {
  const totalBytes = length === null ? null : BigInt(length)
  const write = async (data: object) => {
    try {
      await works.db.generation.updateMany({ where: { id: row.id, version: row.version }, data })
    } catch (error) {
      log.warn({ generation: row.id, cause: causeOf(error) }, 'how far a download is could not be written')
    }
  }
  let saidAt = 0
  return {
    say(bytes: number): void {
      const now = works.now()
      if (now - saidAt < PROGRESS_EVERY) return
      saidAt = now
      void write({ receivedBytes: BigInt(bytes), totalBytes })
    },
    safe: async (part: PartFile): Promise<void> => {
      if (tag === null || row.downloadUrl === null) return
      await write({ partial: { ...part, tag, length } })
    },
  }
}
