import type { ClipView } from '@/lib/generations/clip-view'
import type { GenerationInput } from '@/lib/generations/input'
import type { InputField } from '@/lib/generations/input-field'
import type { GenerationKind, GenerationState } from '@/lib/generations/state'
import type { CapRefusal } from '@/lib/money/cap-refusal'

/** How the money of one generation stands, in the words of the screen. */
export interface MoneyView {
  label: 'Held' | 'Charged' | 'Nothing spent' | 'Unknown'
  /** µUSD; null when nobody can say how much, or when nothing was spent. */
  microUsd: number | null
  /** Charged as quoted, not yet confirmed by the vendor's usage history. */
  asQuoted: boolean
  /** What the usage history says was billed, in its own currency (millionths); null until an entry was matched. */
  billed: { amountMicro: number; currency: string } | null
  /** µUSD that came back. */
  refundedMicroUsd: number
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
  /** The id of a model the provider would rather take it with. */
  recommendedModel: string | null
  /** What the vendor says of single fields of the form, in its own words. */
  complaints: Complaint[]
  /** ms since 1970; when it is asked again, if it is. */
  retryAt: number | null
}

export interface Complaint {
  field: InputField
  message: string
}

/** What is known of the vendor's copy. Times are ms since 1970. */
export interface RemoteView {
  /** `none`: nothing is known to lie there. `there`: its media, or a link to them. `cleared`: deleted, on our word. */
  state: 'none' | 'there' | 'cleared'
  /**
   * `there`: when the link ends by itself; null where the vendor does not say how long it keeps the media.
   * `none`: when what was never said to be deleted counted as gone; null where nothing ever was there.
   */
  until: number | null
  /** When the media were deleted there; its link may outlive that. */
  clearedAt: number | null
  /** When deleting is asked for next. Only then is it safe here and can be purged by hand; null: not. */
  nextAt: number | null
}

/** A generation as screens get it: plain JSON, no secrets. Times are ms since 1970, money is µUSD. */
export interface GenerationView {
  id: string
  version: number
  kind: GenerationKind
  state: GenerationState
  account: { id: string; sandbox: boolean }
  model: { id: string; name: string }
  input: GenerationInput
  /** `microUsd` is null where nobody tells a price: for a transcript. */
  quote: { microUsd: number | null; at: number }
  money: MoneyView
  progress: { averageMs: number | null; receivedBytes: number | null; totalBytes: number | null }
  note: ProblemView | null
  problem: ProblemView | null
  clip: ClipView | null
  queueId: string | null
  remote: RemoteView
  project: { id: string; name: string } | null
  /** What has to be agreed to; null unless the vendor asked. */
  consent: ConsentView | null
  starred: boolean
  /** Its clip is here, and the person has not looked at it yet. */
  unseen: boolean
  createdAt: number
  sentAt: number | null
  acceptedAt: number | null
  mediaReadyAt: number | null
  storedAt: number | null
  endedAt: number | null
}

/** What the vendor wants agreed to before it takes a face: shown as it was given. */
export interface ConsentView {
  version: string
  policyText: string
  /** Which media show a face, in the vendor's words. */
  roles: string[]
  docsUrl: string | null
  confirmedAt: number | null
}

/** How today's money stands and what may still be spent. µUSD; null is no limit. */
export interface SpendNow {
  /** The person's day: 2026-11-24. */
  day: string
  chargedMicroUsd: number
  /** Reserved and on its way, without what is uncertain. */
  heldMicroUsd: number
  /** Perhaps charged: unclear answers, and refusals that don't say. */
  uncertainMicroUsd: number
  /** Of the two above, what counts on today's cap: what was reserved on another day counts on that one. */
  dayHeldMicroUsd: number
  dayUncertainMicroUsd: number
  /** How many of today's have, or may have, cost an amount that nobody knows. The sums are without them. */
  dayUnknown: number
  dayCapMicroUsd: number | null
  dayLeftMicroUsd: number | null
  generationCapMicroUsd: number | null
  askAboveMicroUsd: number | null
  projects: ProjectView[]
}

export interface ProjectView {
  id: string
  name: string
  capMicroUsd: number | null
  /** Held and charged. */
  spentMicroUsd: number
  leftMicroUsd: number | null
}

/** What the right side of Create shows, in one answer: `GET /api/generations`. */
export interface BoardView {
  /** The server's clock, ms since 1970, so that elapsed times do not depend on the browser's. */
  now: number
  needsYou: GenerationView[]
  /** What waits, in the order it will be sent; then what was sent, newest first. */
  running: GenerationView[]
  /** The latest that ended, newest first. */
  earlier: GenerationView[]
  /** How many clips the person has not looked at yet. */
  unseen: number
  spend: SpendNow
  /** Nothing that waits is sent while it is paused. */
  sendingPaused: boolean
  /** Unfinished jobs of accounts not in use now. */
  elsewhere: number
}

/** `GET /api/quote?…`: a price, or the sentence why there is none. */
export type QuoteAnswer = { ok: true; quote: QuoteView } | { ok: false; sentence: string; field: InputField | null }

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
  /** The project chosen when it was pressed. */
  projectId: string | null
  /** The browser's, for the day it counts on if none was set. */
  timeZone: string | null
  /** The person was asked about this price because it is above the amount they set, and said yes. */
  confirmed: boolean
  /** The generation whose settings, prompt or media filled the form, or that is made again. */
  fromId?: string | undefined
  /** The account whose prices and balance the page showed: no other one pays. */
  accountId?: string | undefined
}

export type SubmitResult =
  /** `before`: an earlier press under this id had recorded it. */
  | { kind: 'accepted'; generation: GenerationView; before?: true }
  /** Nothing was recorded or sent. */
  | { kind: 'invalid'; sentence: string; fields: Partial<Record<InputField, string>> }
  /** The price is another one now: nothing was recorded or sent; press again to buy at `quote`. */
  | { kind: 'moved'; quote: QuoteView; wasMicroUsd: number }
  /** Nothing was recorded or sent, for a reason that is not in the form. */
  | { kind: 'refused'; sentence: string }
  /** Nothing was recorded or sent: a cap has no room for it. */
  | { kind: 'cap'; refusal: CapRefusal }
  /** Nothing was recorded or sent: the price is above the amount to ask about. Press again with `confirmed`. */
  | { kind: 'ask'; microUsd: number; askAboveMicroUsd: number }

/** The answer of every other action on a generation. */
export type ActionResult = { ok: true } | { ok: false; sentence: string }

/** Which API the studio talks to: decides the banner. */
export interface StudioStatus {
  /** `sandbox`: no key is set. `venice`: a key at the vendor's address. `other`: a key at another address. */
  mode: 'sandbox' | 'venice' | 'other'
  host: string
  accountId: string
}
