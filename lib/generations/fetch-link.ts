import 'server-only'
import { decideBadFile, decideLink, type LinkOutcome } from '@/lib/generations/decide-received'
import type { Change } from '@/lib/generations/decision'
import { isComplete, type PartialFile } from '@/lib/generations/partial'
import { examineReceived, receiveMedia } from '@/lib/generations/receive'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import { findKept, findPartial, hold, keepAsReceived, takeUp } from '@/lib/generations/take-up'
import type { Works } from '@/lib/generations/works'
import { MediaError } from '@/lib/media/error'
import { discardPart, type Part } from '@/lib/media/part'
import { hasReceived } from '@/lib/media/quarantine'
import { hasRoom } from '@/lib/media/room'
import type { MediaAnswer } from '@/lib/venice/answers'

/** The link may be fetched a few times only (VENICE: "a few retries"); each is counted before it is made. */
export const LINK_GETS = 4

/** Fetches the media of a model that hands out a link; only the rest of it, if some of it is here already. */
export async function fetchLink(works: Works, row: Generation, link: string): Promise<void> {
  const kept = await findKept(works, row)
  if (kept) return examineReceived(works, row, kept)
  const partial = await findPartial(works, row)
  const obstacle = await obstacleTo(works, row, partial)
  if (obstacle) return conclude(works, row, partial, { kind: obstacle })
  const whole = isComplete(partial)
  const held = await hold(works, row, partial, row.downloadGets + (whole ? 0 : 1))
  if (!held) return
  const taken = await takeUpOrPutOff(works, held, partial, row.downloadGets)
  if (taken === 'put-off') return
  if (whole) return examinePart(works, held, taken)
  await fetchRest(works, held, link, taken)
}

/** A part with what its rest is asked for by. */
interface Taken {
  part: Part
  partial: PartialFile
}

/** What makes a GET senseless; asked before it is counted. A file that lacks nothing needs none. */
async function obstacleTo(works: Works, row: Generation, partial: PartialFile | null) {
  if (isComplete(partial)) return null
  if (row.downloadGets >= LINK_GETS) return 'used-up'
  const length = partial?.length ?? Number(row.totalBytes ?? 0)
  // What is not at rest is copied first.
  const here = partial?.atRest ? partial.bytes : 0
  return (await hasRoom(works.folder, Math.max(0, length - here))) ? null : 'no-room'
}

async function takeUpOrPutOff(works: Works, held: Generation, partial: PartialFile | null, downloadGets: number) {
  try {
    return partial && (await takeUp(works, held, partial))
  } catch (error) {
    if (!(error instanceof MediaError)) throw error
    const { change } = decideBadFile(factsOf(held), 'disk', error.sentence, works.now())
    await carryOut(works.db, held, { change: { ...change, downloadGets, partial }, ledger: [] })
    return 'put-off'
  }
}

/** All of it came before; only the looking through was cut off. */
async function examinePart(works: Works, held: Generation, taken: Taken | null): Promise<void> {
  if (!taken) return void (await carryOut(works.db, held, { change: { partial: null }, ledger: [] }))
  const { path, hash, bytes } = taken.part
  await examineReceived(works, held, { path, hash: hash.digest('hex'), bytes })
}

async function fetchRest(works: Works, held: Generation, link: string, taken: Taken | null): Promise<void> {
  const rest = taken ? { from: taken.part.bytes, tag: taken.partial.tag, length: taken.partial.length } : undefined
  const answer = await works.venice.download(link, works.signal, rest)
  if (answer.kind !== 'media') return notMedia(works, held, taken?.partial ?? null, answer)
  if (!taken) return receiveMedia(works, held, answer.media)
  if (answer.media.from > 0) return receiveMedia(works, held, answer.media, taken.part)
  // Another version, or a server that knows no ranges: all of it comes.
  await discardPart(works.folder, taken.part.file)
  await receiveMedia(works, held, answer.media)
}

type Refusal = Exclude<MediaAnswer, { kind: 'media' }>

async function notMedia(works: Works, held: Generation, partial: PartialFile | null, answer: Refusal): Promise<void> {
  if (partial && answer.kind === 'mismatched') await discardPart(works.folder, partial.file)
  await conclude(works, held, partial, answer)
}

/** Carries out what an outcome without media means. What came before stays, or is kept as received if this is the end. */
async function conclude(
  works: Works,
  row: Generation,
  partial: PartialFile | null,
  outcome: LinkOutcome,
): Promise<void> {
  const kept = partial !== null || (await hasReceived(works.folder, row.id))
  const change: Change = works.signal.aborted
    ? { dueAt: works.now() }
    : decideLink(factsOf(row), outcome, works.now(), kept).change
  const rest = { partial: partial && { ...partial, atRest: true }, ...givenBack(row, outcome), ...change }
  const held = change.state && partial ? await keepAsReceived(works, row, partial) : row
  if (held) await carryOut(works.db, held, { change: rest, ledger: [] })
}

/** A request that never reached the vendor is none of the few. */
function givenBack(row: Generation, outcome: LinkOutcome): { downloadGets?: number } {
  const unsent = outcome.kind === 'blocked' || (outcome.kind === 'troubled' && !outcome.sent)
  return unsent ? { downloadGets: row.downloadGets - 1 } : {}
}
