/** How long each part of an exchange may take, ms. */
export interface Timeouts {
  /** Until a connection stands, TLS included. */
  connect: number
  /** From the request being sent to the first headers. */
  headers: number
  /** Headers of the queue request. */
  queueHeaders: number
  /** Headers of a transcript: the vendor answers when it is made. */
  transcriptHeaders: number
  /** From the headers to the end of an answer that is text. */
  text: number
  /** Between two pieces of a media file. */
  mediaIdle: number
}

export const TIMEOUTS: Timeouts = {
  // A healthy host answers in well under a second; undici's own default.
  connect: 10_000,
  // Quotes and polls take a second or two: beyond half a minute it is quicker to ask again.
  headers: 30_000,
  // The body may be 35 MB and the vendor screens it before it answers. Giving up costs the person a decision.
  queueHeaders: 120_000,
  // A long video is listened to before the answer begins. Giving up costs the person a decision.
  transcriptHeaders: 300_000,
  text: 30_000,
  // Storage may be slow to start, but a minute of silence is a broken line.
  mediaIdle: 60_000,
}

/** Bytes of an answer that is text. The catalogue of 96 models is 78 KB. */
export const TEXT_LIMIT = 2_000_000
