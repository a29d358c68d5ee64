import type { GenerationView } from '@/lib/generations/view'
import type { CapRefusal } from '@/lib/money/cap-refusal'

/** What confirming a transcript says: made once per press, so that a double click is one purchase. */
export interface TranscriptIntent {
  /** A UUID made by the form. It becomes the generation's id. */
  id: string
  /** The address as it was typed. */
  url: string
  /** The browser's, for the day it counts on if none was set. */
  timeZone: string | null
  /** The account whose balance the page showed: no other one pays. */
  accountId?: string | undefined
  /** The person was told that the price is not known, and said yes. */
  confirmed: true
}

export type TranscriptResult =
  /** `before`: an earlier press under this id had recorded it. */
  | { kind: 'accepted'; id: string; before?: true }
  /** Nothing was recorded or sent: the address is not one of a YouTube video, or the request can't be read. */
  | { kind: 'invalid'; sentence: string }
  /** Nothing was recorded or sent, for a reason that is not in the address. */
  | { kind: 'refused'; sentence: string }
  /** Nothing was recorded or sent: a cap has no room. */
  | { kind: 'cap'; refusal: CapRefusal }

/** A transcript among others. */
export interface TranscriptItem {
  generation: GenerationView
  /** As the person gave it. */
  url: string
  videoId: string
  /** The vendor's code for the language it heard; null when it told none. */
  lang: string | null
  /** Where what was searched for stands, or how it begins; null until the text came. */
  excerpt: string | null
}

/** A transcript whole: `GET /api/transcripts/<id>`. */
export interface TranscriptView extends Omit<TranscriptItem, 'excerpt'> {
  /** null until it came. */
  text: string | null
  /** Whether the answer is kept as JSON too. */
  hasJson: boolean
}

/** One page of them, newest first: `GET /api/transcripts?q=…&cursor=…`. */
export interface TranscriptPage {
  items: TranscriptItem[]
  nextCursor: string | null
}
