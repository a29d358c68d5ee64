import type { GenerationInput } from '@/lib/generations/input'
import type { GenerationState } from '@/lib/generations/state'

/** How the money of one generation stands, in the words of the screen. */
export interface MoneyView {
  label: 'Held' | 'Charged' | 'Nothing spent' | 'Unknown'
  /** µUSD; null when nobody can say, or when nothing was spent. */
  microUsd: number | null
  /** Charged as quoted, not yet confirmed by the vendor's usage history. */
  asQuoted: boolean
  /** Said by the vendor after a refusal. */
  refund: 'yes' | 'no' | 'unknown' | null
}

/** What went wrong, or what slows things: a sentence for the person, never a stack. */
export interface ProblemView {
  code: string
  /** What happened, whether money was spent, what to do. */
  sentence: string
  /** The vendor's own words, if any; shown as text. */
  said: string | null
  suggestedPrompt: string | null
  /** ms since 1970; when it is asked again, if it is. */
  retryAt: number | null
}

/** The file of a generation that is in the library. */
export interface ClipView {
  hash: string
  /** The stored file, with ranges. */
  src: string
  /** null until made. */
  poster: string | null
  /** Short muted loop; null until made. */
  preview: string | null
  fileName: string
  mime: string
  bytes: number
  width: number
  height: number
  durationMs: number
  fps: number | null
  hasAudio: boolean
}

/** A generation as screens get it: plain JSON, no secrets. Times are ms since 1970, money is µUSD. */
export interface GenerationView {
  id: string
  version: number
  state: GenerationState
  account: { id: string; sandbox: boolean }
  model: { id: string; name: string }
  input: GenerationInput
  quote: { microUsd: number; at: number }
  money: MoneyView
  progress: { averageMs: number | null; receivedBytes: number | null; totalBytes: number | null }
  note: ProblemView | null
  problem: ProblemView | null
  clip: ClipView | null
  queueId: string | null
  createdAt: number
  sentAt: number | null
  acceptedAt: number | null
  mediaReadyAt: number | null
  storedAt: number | null
  endedAt: number | null
}

/** What the right side of Create shows, in one answer: `GET /api/generations`. */
export interface BoardView {
  /** The server's clock, ms since 1970, so that elapsed times do not depend on the browser's. */
  now: number
  needsYou: GenerationView[]
  running: GenerationView[]
  /** The latest that ended, newest first. */
  earlier: GenerationView[]
  /** µUSD held by what runs, charged today (server's day). */
  heldMicroUsd: number
  chargedTodayMicroUsd: number
  /** Unfinished jobs of accounts not in use now. */
  elsewhere: number
}

/** One page of the library: `GET /api/generations/page?cursor=…&account=…`. */
export interface LibraryPage {
  items: GenerationView[]
  nextCursor: string | null
  total: { clips: number; bytes: number; chargedMicroUsd: number }
  /** Accounts that have clips here, the one in use first. */
  accounts: { id: string; sandbox: boolean; host: string; current: boolean; clips: number }[]
}

/** `GET /api/quote?…`: a price, or the sentence why there is none. */
export type QuoteAnswer =
  | { ok: true; quote: QuoteView }
  | { ok: false; sentence: string; field: keyof GenerationInput | null }

/** A price with the key of the exact inputs it is for (`pricingKey`) and the moment Venice gave it. */
export interface QuoteView {
  key: string
  microUsd: number
  /** ms since 1970 */
  at: number
}

/** What pressing Generate says: made once per press, so that a double click is one job. */
export interface Intent {
  /** A UUID made by the form. It becomes the generation's id. */
  id: string
  input: GenerationInput
  /** The price that was on the button. */
  quotedMicroUsd: number
}

export type SubmitResult =
  | { kind: 'accepted'; generation: GenerationView }
  /** Nothing was recorded or sent. */
  | { kind: 'invalid'; sentence: string; fields: Partial<Record<keyof GenerationInput, string>> }
  /** The price is another one now: nothing was recorded or sent; press again to buy at `quote`. */
  | { kind: 'moved'; quote: QuoteView; wasMicroUsd: number }
  /** Nothing was recorded or sent, for a reason that is not in the form. */
  | { kind: 'refused'; sentence: string }

/** The answer of every other action on a generation. */
export type ActionResult = { ok: true } | { ok: false; sentence: string }

/** Which API the studio talks to: decides the banner. */
export interface StudioStatus {
  /** `sandbox`: no key is set. `venice`: a key at the vendor's address. `other`: a key at another address. */
  mode: 'sandbox' | 'venice' | 'other'
  host: string
  accountId: string
}
