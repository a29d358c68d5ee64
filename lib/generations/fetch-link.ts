import 'server-only'
import { decideLink } from '@/lib/generations/decide-received'
import { receiveMedia } from '@/lib/generations/receive'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'
import { hasRoom } from '@/lib/media/room'
import type { MediaAnswer } from '@/lib/venice/answers'

/** The link may be fetched a few times only (VENICE: "a few retries"); each is counted before it is made. */
export const LINK_GETS = 4

/** Fetches the media of a model that hands out a link. */
export async function fetchLink(works: Works, row: Generation, link: string): Promise<void> {
  const obstacle = row.downloadGets >= LINK_GETS ? 'used-up' : (await hasRoom(works.folder)) ? null : 'no-room'
  if (obstacle) {
    await carryOut(works.db, row, decideLink(factsOf(row), { kind: obstacle }, works.now()))
    return
  }
  const counted = await carryOut(
    works.db,
    row,
    { change: { downloadGets: row.downloadGets + 1 }, ledger: [] },
    { keepLease: true },
  )
  if (!counted) return
  const answer = await works.venice.download(link, works.signal)
  if (answer.kind === 'media') return receiveMedia(works, counted, answer.media)
  const { change } = works.signal.aborted ? { change: {} } : decideLink(factsOf(counted), answer, works.now())
  await carryOut(works.db, counted, { change: { ...change, ...givenBack(row, answer) }, ledger: [] })
}

/** A request that never reached the vendor is none of the few. */
function givenBack(row: Generation, answer: MediaAnswer): { downloadGets?: number } {
  const unsent = answer.kind === 'blocked' || (answer.kind === 'troubled' && !answer.sent)
  return unsent ? { downloadGets: row.downloadGets } : {}
}
