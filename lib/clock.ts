/** The time in milliseconds since 1970. The only place that asks the machine for it: everything else takes a clock. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()
