import { type Claim, type HistoryEntry, type Match, moneyOf, sameMoney } from '@/lib/money/history'
import { type Group, groupsOf, pairAll } from '@/lib/money/pairing'
import { skuReader } from '@/lib/money/sku'

type Fits = (claim: Claim, entry: HistoryEntry) => boolean

/** What was read of the history, and what it is read for. */
export interface Reading {
  claims: readonly Claim[]
  entries: readonly HistoryEntry[]
  /** Every model known here, so that a name that begins another's is told apart. */
  knownModels: Iterable<string>
  /** All entries before it have been read; ms since 1970. */
  readTo: number
}

/**
 * Which entry is the charge of which job (docs/decisions/010). An entry and a job may belong together by model and time.
 * First those at the very price; then, among what is left over, jobs that must have been billed something else. A match
 * is given only if every way to pair them comes to the same money; otherwise all of them stay as they are.
 */
export function matchCharges(reading: Reading): Match[] {
  const fits = fitsOf(reading)
  const exact = matchExact(reading.claims, reading.entries, fits)
  const taken = new Set<Claim | HistoryEntry>(exact.flatMap(({ claim, entry }) => [claim, entry]))
  const claims = reading.claims.filter((claim) => !taken.has(claim))
  const entries = reading.entries.filter((entry) => !taken.has(entry))
  return [...exact, ...groupsOf(claims, entries, fits).flatMap((group) => matchOthers(group, fits, reading.readTo))]
}

/** Which entry gave back the money of which job: at the very amount only. */
export function matchRefunds(reading: Reading): Match[] {
  return matchExact(reading.claims, reading.entries, fitsOf(reading))
}

function fitsOf({ claims, knownModels }: Reading): Fits {
  const sellsOne = skuReader([...knownModels, ...claims.flatMap((claim) => claim.models)])
  return (claim, { at, sku }) => at >= claim.from && at <= claim.to && sellsOne(sku, claim.models)
}

function matchExact(claims: readonly Claim[], entries: readonly HistoryEntry[], fits: Fits): Match[] {
  const exactly: Fits = (claim, entry) => sameMoney(claim, entry) && fits(claim, entry)
  return groupsOf(claims, entries, exactly).flatMap((group) => matchEqual(group, exactly))
}

/** Jobs at one price and entries at that price: whichever is whose, the money is the same, if there are enough. */
function matchEqual({ claims, entries }: Group<Claim, HistoryEntry>, fits: Fits): Match[] {
  if (new Set(entries.map(moneyOf)).size > 1) return []
  const of = (kind: Claim['kind']) => claims.filter((claim) => claim.kind === kind)
  const certain = of('certain')
  const counted = [...certain, ...of('perhaps')]
  // One entry more or less than jobs, or an unclear purchase that could own one: then no entry speaks for a "perhaps".
  if (of('unclear').length === 0 && entries.length === counted.length) {
    const all = pairAll(counted, entries, fits)
    if (all) return matchesOf(all)
  }
  return matchesOf(pairAll(certain, entries, fits))
}

/** Nothing stands there at the quoted price: as many entries as jobs, all alike, and no more can come. */
function matchOthers({ claims, entries }: Group<Claim, HistoryEntry>, fits: Fits, readTo: number): Match[] {
  const alike =
    claims.every((claim) => claim.kind === 'certain' && claim.to <= readTo) &&
    claims.length === entries.length &&
    new Set(claims.map((claim) => claim.microUsd)).size === 1 &&
    new Set(entries.map(moneyOf)).size === 1
  return alike ? matchesOf(pairAll(claims, entries, fits)) : []
}

const matchesOf = (pairs: Map<Claim, HistoryEntry> | null): Match[] =>
  [...(pairs ?? [])].map(([claim, entry]) => ({ claim, entry }))
