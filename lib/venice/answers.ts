import type { JsonObject } from '@/lib/venice/request'

/** What the vendor said, kept as evidence. Holds no secret: key and `download_url` are taken out. */
export interface Said {
  status: number | null
  /** The beginning of the body as text, at most 2000 characters. */
  excerpt: string
  /** When to ask again, ms since 1970, from `x-ratelimit-reset-requests` (429 only) or `retry-after`. */
  retryAt: number | null
  /** What the answer's headers say of the limit it was counted under; null when they don't. */
  rate: Rate | null
}

/** One kind of request in the vendor's minute, from `x-ratelimit-{limit,remaining,reset}-requests`. */
export interface Rate {
  limit: number
  remaining: number
  /** When the vendor's minute ends, ms since 1970 on our clock. */
  resetAt: number
}

/** A complaint about one field of the request; the path is in the vendor's spelling. */
export interface Issue {
  path: string[]
  message: string
}

export type RefusalReason = 'invalid' | 'unauthorized' | 'balance' | 'region' | 'not-found' | 'too-large' | 'media-type'

/** Every outcome of the one request that costs money. Sentences are the vendor's own words where it gave any. */
export type QueueAnswer =
  /** Charged. `downloadUrl` is a secret and is given this once. */
  | { kind: 'queued'; model: string; queueId: string; downloadUrl: string | null; said: Said }
  /** Proven not bought. */
  | { kind: 'refused'; reason: RefusalReason; sentence: string; issues: Issue[]; said: Said }
  /** The content policy; `creditsRefunded` is null unless the vendor told. */
  | {
      kind: 'policy'
      sentence: string
      suggestedPrompt: string | null
      recommendedModel: string | null
      creditsRefunded: boolean | null
      said: Said
    }
  /** Proven not bought: the person must agree first. */
  | { kind: 'consent'; version: string; policyText: string; roles: string[]; docsUrl: string | null; said: Said }
  /** Proven not bought. */
  | { kind: 'limited'; said: Said }
  /** Proven not bought: no connection was made, so not a byte of the request left. */
  | { kind: 'unsent'; cause: string }
  /** Nobody can say whether it was bought. */
  | { kind: 'unclear'; cause: string; said: Said | null }

/** Every outcome of the request for a transcript, which costs money too. */
export type TranscriptAnswer =
  /** Charged, at an amount that is not told. `raw` is the JSON as it came; null where it came as plain text. */
  | { kind: 'transcribed'; text: string; lang: string | null; raw: string | null; said: Said }
  | Extract<QueueAnswer, { kind: 'refused' | 'policy' | 'limited' | 'unsent' | 'unclear' }>

export type RetrieveAnswer =
  /** `averageMs` is the vendor's P80 for this model. */
  | { kind: 'processing'; averageMs: number | null; executionMs: number | null; said: Said }
  | { kind: 'media'; media: Media; rate: Rate | null }
  /** Ready at the `download_url` of the queue answer. */
  | { kind: 'completed'; said: Said }
  | {
      kind: 'policy'
      sentence: string
      refunded: boolean | null
      recommendedModel: string | null
      said: Said
    }
  | { kind: 'gone'; said: Said }
  | { kind: 'limited'; said: Said }
  | { kind: 'unauthorized'; said: Said }
  /** Ask again later; nothing is known about the job. */
  | { kind: 'troubled'; cause: string; said: Said | null }

/** A file on its way. Read `body` to its end or call `cancel`; reading throws `VeniceError` when it breaks off. */
export interface Media {
  body: AsyncIterable<Uint8Array>
  contentType: string | null
  /** Of the whole file in bytes, as announced; null when it was not. */
  length: number | null
  /** Where `body` begins in the file: above 0 only for the rest of one that was asked for. Bytes. */
  from: number
  /** A strong validator, by which the rest can be asked for if this breaks off; null when there is none. */
  tag: string | null
  cancel(): void
}

/** What is still to come of a file that broke off: all from byte `from` of the version that `tag` names. */
export interface Rest {
  from: number
  tag: string
  /** Bytes of the whole file; null when they were never announced. */
  length: number | null
}

export type MediaAnswer =
  | { kind: 'media'; media: Media }
  /** The rest was asked for, and what came does not go on where the file broke off. */
  | { kind: 'mismatched'; cause: string; said: Said }
  | { kind: 'gone'; said: Said }
  | { kind: 'limited'; said: Said }
  /** The address, or that of a redirect, is one this server must not fetch. */
  | { kind: 'blocked'; cause: string }
  /** `sent` is false only if it is certain that the request never left this machine. */
  | { kind: 'troubled'; cause: string; said: Said | null; sent: boolean }

export type CompleteAnswer = { kind: 'done' } | { kind: 'gone' } | { kind: 'again'; cause: string }

export interface Balance {
  canConsume: boolean
  /** USD, DIEM, VCU or BUNDLED_CREDITS; null when the vendor does not say. */
  currency: string | null
  /** Millionths of the unit; null when the account has no such balance. */
  usdMicro: number | null
  diemMicro: number | null
}

/** One movement of money as the vendor's usage history tells it. It has no id and names no job. */
export interface UsageEntry {
  /** What was sold: the model's id with a unit behind it. */
  sku: string
  /** Millionths of `currency`; negative is a charge, positive a refund or credit. */
  amountMicro: number
  /** USD, DIEM or BUNDLED_CREDITS. */
  currency: string
  /** ms since 1970, by the vendor's clock. */
  at: number
  notes: string
  /** Price in dollars times units, whatever currency was billed; null when it is not told. µUSD. */
  priceMicroUsd: number | null
  /** As it came, unknown keys included. No secret. */
  body: JsonObject
}
