export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE

/** Milliseconds since 1970; a parameter everywhere, so a test can replay time. */
export type Now = () => number
