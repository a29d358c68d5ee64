import { bytesWords } from '@/components/generation/words'
import type { RemarkCode, SystemView } from '@/lib/system/view'

/** How grave a remark is: what keeps the studio from working, what the person should look after, what is good to know. */
export type Weight = 'Fault' | 'Warning' | 'Note'

const WEIGHTS: Record<RemarkCode, Weight> = {
  database: 'Fault',
  'media-folder': 'Fault',
  engine: 'Fault',
  integrity: 'Fault',
  room: 'Warning',
  upstream: 'Warning',
  closed: 'Note',
  paused: 'Note',
  'no-ffmpeg': 'Note',
}

export const weightOf = (code: RemarkCode): Weight => WEIGHTS[code]

/** `200`, `No answer`. */
export const statusWords = (status: number | null) => (status === null ? 'No answer' : String(status))

/** How long ago, to the second where it is near: `just now`, `12 s ago`, `4 min ago`, `3 h ago`. */
export function sinceWords(at: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - at) / 1000))
  if (seconds < 2) return 'just now'
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} days ago`
}

/** `340 ms`, `12.4 s`. */
export const tookWords = (ms: number) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`)

/** `38.2 GB left; nothing is bought below 512 MB`, as the form says it too. */
export function roomWords({ free, reserve }: SystemView['disk']): string {
  const below = `nothing is bought below ${Math.floor(reserve / 1024 ** 2)} MB`
  return free === null ? `Nobody counts it here; ${below}` : `${bytesWords(free)} left; ${below}`
}

/** `Read through 4 min ago, nothing wrong`. */
export function integrityWords(integrity: SystemView['database']['integrity'], now: number): string {
  if (integrity === null) return 'Being read through…'
  const found = integrity.faults.length === 0 ? 'nothing wrong' : 'damaged'
  return `Read through ${sinceWords(integrity.at, now)}, ${found}`
}

/** `3 of 40 this minute`. */
export const limitWords = ({ used, perMinute }: SystemView['upstream']['queue']) =>
  perMinute === null ? `${used} this minute, no limit told yet` : `${used} of ${perMinute} this minute`

/** When it last looked for work: `4 s ago, 2 jobs in hand`. */
export function engineWords({ beatAt, inHand }: SystemView['engine'], now: number): string {
  if (beatAt === null) return 'None yet'
  const hands = inHand === 0 ? 'nothing in hand' : inHand === 1 ? '1 job in hand' : `${inHand} jobs in hand`
  return `${sinceWords(beatAt, now)}, ${hands}`
}

/** `None`, `3 jobs`, `3 jobs, sending is paused`. */
export function waitingWords({ waiting, paused }: SystemView['engine']): string {
  const jobs = waiting === 0 ? 'None' : waiting === 1 ? '1 job' : `${waiting} jobs`
  return paused ? `${jobs}, sending is paused` : jobs
}

/** What holds ffmpeg besides its own options: `A box of its own (bwrap), with limits (prlimit)`. */
export function confinementWords({ bwrap, prlimit }: SystemView['tools']['confinement']): string {
  if (bwrap) return prlimit ? 'A box of its own (bwrap), with limits (prlimit)' : 'A box of its own (bwrap), no limits'
  return prlimit ? 'Limits (prlimit), no box: bwrap is missing or forbidden' : 'Its own options only'
}
