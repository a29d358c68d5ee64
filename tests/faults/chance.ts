/** Chance that comes the same again from the same seed (mulberry32). */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number
  shuffled<T>(items: readonly T[]): T[]
  uuid(): string
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const hex = (letters: number) => Array.from({ length: letters }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    shuffled(items) {
      const order = items.map((item) => ({ item, at: next() }))
      return order.sort((a, b) => a.at - b.at).map(({ item }) => item)
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  }
}
