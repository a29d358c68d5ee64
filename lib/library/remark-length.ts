/** The most characters of a person's notes on one clip. */
export const LONGEST_REMARK = 10_000
