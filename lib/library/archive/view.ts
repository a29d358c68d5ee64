import type { GenerationInput } from '@/lib/generations/input'

/** How an import goes: `GET /api/library/import`. */
export interface ImportView {
  state: 'receiving' | 'importing' | 'done' | 'failed'
  /** Of the archive, while it is received. Bytes; `totalBytes` is null when the sender did not say. */
  receivedBytes: number
  totalBytes: number | null
  /** Generations and files looked at, and how many there are. */
  done: number
  total: number
  /** What came of it so far. */
  report: ImportReport
  /** Why it failed. What was imported before stays; the same archive may be imported again. */
  sentence: string | null
}

/** What an import did. */
export interface ImportReport {
  /** Generations that were not here. */
  added: number
  /** Generations that had been deleted here, and are back. */
  restored: number
  /** Generations that are here already. */
  known: number
  /** Files that were stored. */
  files: number
  /** Uploads that were not here. */
  uploads: number
  projects: number
  searches: number
  usage: number
  /** What was left as it is here, or left out, and why; at most `MOST_TOLD` of them. */
  told: { id: string; sentence: string }[]
  /** How many there are in all. */
  toldInAll: number
}

export const MOST_TOLD = 100

/** What was found in a file that came with its metadata. */
export interface FoundSettings {
  /** In the studio it was made in. */
  generation: string
  model: { id: string; name: string }
  /** As the form takes them: media that are in this library. */
  input: GenerationInput
  /** How many of the files it was made from are not in this library. */
  missing: number
  /** Whether the bytes of the clip as it came were restored: it is that clip and no other. */
  original: boolean
  quote: { microUsd: number; at: string }
  charge: { microUsd: number | null; asQuoted: boolean } | null
  sandbox: boolean
  /** The generation of this library that the clip belongs to now; null: it is an upload. */
  clip: { id: string; came: 'here-before' | 'restored' | 'added' } | null
}

/** How far an archive is that somebody is being sent: `GET /api/library/under-way?name=`. */
export interface UnderWay {
  sentBytes: number
  /** null: nobody knows before its end. */
  totalBytes: number | null
  state: 'going' | 'done' | 'broken-off'
}

/** Of an import that has done nothing yet. */
export const emptyReport = (): ImportReport => ({
  added: 0,
  restored: 0,
  known: 0,
  files: 0,
  uploads: 0,
  projects: 0,
  searches: 0,
  usage: 0,
  told: [],
  toldInAll: 0,
})
