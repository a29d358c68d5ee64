import type { PartialFile } from '@/lib/generations/partial'
import type { Problem } from '@/lib/generations/problem'
import type { GenerationState } from '@/lib/generations/state'
import type { ConsentView } from '@/lib/generations/view'
import type { LedgerLine } from '@/lib/money/ledger'
import type { JsonObject } from '@/lib/venice/request'

/** What a decision needs to know of a row. Times are ms since 1970. */
export interface JobFacts {
  acceptedAt: number | null
  averageMs: number | null
  failures: number
  note: Problem | null
  /** Whether the media comes from a link of its own instead of the answer's body. */
  hasLink: boolean
}

/** Fields to change; what is left out stays as it is. Times are ms since 1970. */
export interface Change {
  state?: GenerationState
  dueAt?: number
  failures?: number
  note?: Problem | null
  problem?: Problem | null
  refund?: 'yes' | 'no' | 'unknown' | null
  queueId?: string
  queueModel?: string
  downloadUrl?: string | null
  averageMs?: number
  sentAt?: number
  acceptedAt?: number
  mediaReadyAt?: number
  storedAt?: number
  remoteDeletedAt?: number
  endedAt?: number | null
  assetHash?: string
  downloadGets?: number
  /** What is on the disk of a download that has not come to its end. */
  partial?: PartialFile | null
  /** When the vendor was last asked how the job stands. */
  askedAt?: number | null
  /** Its place among those that wait. */
  position?: number
  day?: string
  consent?: ConsentView | null
  /** The body that is sent, when it changed after it was recorded: a consent was added, a field left out. */
  request?: JsonObject
  /** What was asked for, without what was left out. */
  input?: JsonObject
  /** A price asked for again while it waited. */
  quoteMicroUsd?: number
  quotedAt?: number
}

/** What to do next: fields to change and ledger lines, in one commit. */
export interface Decision {
  change: Change
  ledger: LedgerLine[]
}

/** Whether the money came back, as far as anybody said. Never inferred. */
export const told = (refunded: boolean | null) => (refunded === null ? 'unknown' : refunded ? 'yes' : 'no')

/** The vendor's words as a sentence of ours. */
export const sentenceOf = (said: string) => (/[.!?]$/.test(said.trim()) ? said.trim() : `${said.trim()}.`)
