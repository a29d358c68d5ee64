import 'server-only'
import type { Db } from '@/lib/db/client'
import type { AssetRecord } from '@/lib/library/archive/format'
import type { Archive } from '@/lib/library/archive/import/open'
import { type ImportReport, MOST_TOLD } from '@/lib/library/archive/view'
import type { MediaFolder } from '@/lib/media/store'

/** What all parts of one import share. */
export interface Scene {
  db: Db
  folder: MediaFolder
  archive: Archive
  /** The archive's records of files, by hash. */
  assets: Map<string, AssetRecord>
  /** Accounts that are here now. */
  accounts: Set<string>
  /** The project here that stands for one of the archive. */
  projects: Map<string, { id: string; accountId: string }>
  report: ImportReport
  signal: AbortSignal | undefined
}

/** Says of one record why it was left as it is here, or left out. */
export function tell({ report }: Scene, id: string, sentence: string): void {
  report.toldInAll += 1
  if (report.told.length < MOST_TOLD) report.told.push({ id, sentence })
}
