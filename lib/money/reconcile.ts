import { type Claim, type HistoryEntry, type Match, moneyOf, sameMoney } from '@/lib/money/history'
import { type Group, groupsOf, pairAll } from '@/lib/money/pairing'
import { skuReader } from '@/lib/money/sku'

type Fits = (claim: Claim, entry: HistoryEntry) => boolean

/** What was read of the history, and what it is read for. */
export interface Reading {
  claims: readonly Claim[]
  entries: readonly HistoryEntry[]
  /** What was matched before, around these: so that counting comes to the same whenever it is done. */
  settled: readonly Match[]
  /** Every model known here, so that a name that begins another's is told apart. */
  knownModels: Iterable<string>
  /** All entries before it have been read; ms since 1970. */
  readTo: number
}

/**
 * Which entry is the charge of which job (docs/decisions/008). An entry and a job may belong together by model and time.
 * First those at the very price; then, among what is left over, jobs that must have been billed something else. A match
 * is given only if every way to pair them comes to the same money; otherwise all of them stay as they are.
 */
export function matchCharges(reading: Reading): Match[] {
  const fits = fitsOf(reading)
  const exact = matchExact(reading, fits)
  const taken = new Set<Claim | HistoryEntry>(exact.flatMap(({ claim, entry }) => [claim, entry]))
  const claims = reading.claims.filter((claim) => !taken.has(claim))
  const entries = reading.entries.filter((entry) => !taken.has(entry))
  return [...exact, ...groupsOf(claims, entries, fits).flatMap((group) => matchOthers(group, fits, reading.readTo))]
}

/** Which entry gave back the money of which job: at the very amount only. */
export function matchRefunds(reading: Reading): Match[] {
  return matchExact(reading, fitsOf(reading))
}

function fitsOf({ claims, settled, knownModels }: Reading): Fits {
  const all = [...claims, ...settled.map(({ claim }) => claim)]
  const sellsOne = skuReader([...knownModels, ...all.flatMap((claim) => claim.models)])
  return (claim, { at, sku }) => at >= claim.from && at <= claim.to && sellsOne(sku, claim.models)
}

function matchExact({ claims, entries, settled }: Reading, fits: Fits): Match[] {
  const exactly: Fits = (claim, entry) => sameMoney(claim, entry) && fits(claim, entry)
  const before = settled.filter(({ claim, entry }) => exactly(claim, entry))
  const done = new Set<Claim | HistoryEntry>(before.flatMap(({ claim, entry }) => [claim, entry]))
  const groups = groupsOf(
    [...claims, ...before.map(({ claim }) => claim)],
    [...entries, ...before.map(({ entry }) => entry)],
    exactly,
  )
  return groups.flatMap((group) => matchEqual(group, done, exactly))
}

/** Jobs at one price and entries at that price: whichever is whose, the money is the same, if there are enough. */
function matchEqual({ claims, entries }: Group<Claim, HistoryEntry>, done: Set<unknown>, fits: Fits): Match[] {
  const countedToo = claims.filter((claim) => claim.kind !== 'unclear')
  const open = countedToo.filter((claim) => !done.has(claim))
  const free = entries.filter((entry) => !done.has(entry))
  if (new Set(free.map(moneyOf)).size > 1) return []
  // One entry more or less than jobs, or an unclear purchase that could own one: then no entry speaks for a "perhaps".
  if (countedToo.length === claims.length && entries.length === countedToo.length) {
    const all = pairAll(open, free, fits)
    if (all) return matchesOf(all)
  }
  const certain = open.filter((claim) => claim.kind === 'certain')
  return matchesOf(pairAll(certain, free, fits))
}

/** Nothing stands there at the quoted price, or nobody knew it: as many entries as jobs, and no more can come. */
function matchOthers({ claims, entries }: Group<Claim, HistoryEntry>, fits: Fits, readTo: number): Match[] {
  const complete =
    claims.every((claim) => claim.kind === 'certain' && claim.to <= readTo) &&
    claims.length === entries.length &&
    new Set(claims.map((claim) => claim.microUsd)).size === 1
  if (!complete) return []
  if (new Set(entries.map(moneyOf)).size === 1) return matchesOf(pairAll(claims, entries, fits))
  return claims.every((claim) => claim.microUsd === null) ? inTheirOrder(claims, entries, fits) : []
}

/** Jobs of unknown price, each answered before the next was sent, were billed in that order. */
function inTheirOrder(claims: readonly Claim[], entries: readonly HistoryEntry[], fits: Fits): Match[] {
  const jobs = claims.toSorted((a, b) => a.at - b.at)
  const bills = entries.toSorted((a, b) => a.at - b.at)
  const apart =
    jobs.every((job, place) => place === 0 || (job.sentAt ?? job.at) > (jobs[place - 1]?.at ?? 0)) &&
    // Two bills of one moment have no order.
    bills.every((bill, place) => place === 0 || bill.at > (bills[place - 1]?.at ?? 0))
  const pairs = jobs.flatMap((claim, place) => {
    const entry = bills[place]
    return entry && fits(claim, entry) ? [{ claim, entry }] : []
  })
  return apart && pairs.length === jobs.length ? pairs : []
}

const matchesOf = (pairs: Map<Claim, HistoryEntry> | null): Match[] =>
  [...(pairs ?? [])].map(([claim, entry]) => ({ claim, entry }))
