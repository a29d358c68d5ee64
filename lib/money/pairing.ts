/** A group of claims and entries that may belong together, and to nothing outside. */
export interface Group<C, E> {
  claims: C[]
  entries: E[]
}

interface Timed {
  at: number
}

/** Splits claims and entries into the smallest groups that share no possible pair. Claims that nothing fits are left out. */
export function groupsOf<C, E>(
  claims: readonly C[],
  entries: readonly E[],
  fits: (claim: C, entry: E) => boolean,
): Group<C, E>[] {
  const groups: Group<C, E>[] = []
  const left = new Set(entries)
  const waiting = new Set(claims)
  for (const first of claims) {
    if (!waiting.delete(first)) continue
    const group: Group<C, E> = { claims: [first], entries: [] }
    // Grows while it is walked: each claim brings its entries, each entry its claims.
    for (const claim of group.claims) {
      const found = [...left].filter((entry) => fits(claim, entry))
      for (const entry of found) left.delete(entry)
      group.entries.push(...found)
      for (const other of waiting) {
        if (found.some((entry) => fits(other, entry)) && waiting.delete(other)) group.claims.push(other)
      }
    }
    if (group.entries.length > 0) groups.push(group)
  }
  return groups
}

/**
 * Gives every claim an entry of its own, the nearest in time where there is a choice; of two equally near, the earlier.
 * In whatever order they are told, the same entries are left over.
 * @returns null when there is no way to give every claim one
 */
export function pairAll<C extends Timed, E extends Timed>(
  claims: readonly C[],
  entries: readonly E[],
  fits: (claim: C, entry: E) => boolean,
): Map<C, E> | null {
  const choicesOf = (claim: C) =>
    nearestFirst(
      claim.at,
      entries.filter((entry) => fits(claim, entry)),
    )
  const choices = new Map(claims.map((claim) => [claim, choicesOf(claim)]))
  const holder = new Map<E, C>()
  // Kuhn's augmenting paths: who holds an entry makes room for another claim if there is one left for it.
  const place = (claim: C, tried: Set<E>): boolean => {
    const wanted = choices.get(claim) ?? []
    const free = wanted.find((entry) => !holder.has(entry))
    if (free) return Boolean(holder.set(free, claim))
    for (const entry of wanted) {
      const held = holder.get(entry)
      if (held === undefined || tried.has(entry)) continue
      tried.add(entry)
      if (place(held, tried)) return Boolean(holder.set(entry, claim))
    }
    return false
  }
  const inOrder = claims.toSorted((a, b) => a.at - b.at)
  if (!inOrder.every((claim) => place(claim, new Set()))) return null
  return new Map([...holder].map(([entry, claim]) => [claim, entry]))
}

function nearestFirst<E extends Timed>(at: number, entries: E[]): E[] {
  return entries.sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || a.at - b.at)
}
