import 'server-only'
import { decideLink } from '@/lib/generations/decide-received'
import { receiveMedia } from '@/lib/generations/receive'
import { carryOut, factsOf, type Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/** The link may be fetched a few times only (VENICE: "a few retries"); each is counted before it is made. */
export const LINK_GETS = 4

/** Fetches the media of a model that hands out a link. */
export async function fetchLink(works: Works, row: Generation, link: string): Promise<void> {
  if (row.downloadGets >= LINK_GETS) {
    await carryOut(works.db, row, decideLink(factsOf(row), { kind: 'used-up' }, works.now()))
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
  if (works.signal.aborted) return
  await carryOut(works.db, counted, decideLink(factsOf(counted), answer, works.now()))
}
