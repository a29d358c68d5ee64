/** How long something stays in the bin, ms. */
export const KEEP_BINNED = 30 * 24 * 60 * 60 * 1000
