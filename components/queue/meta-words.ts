import { agoWords, clockWords, tookMs } from '@/components/generation/words'
import { placeWords } from '@/components/queue/line'
import type { GenerationView } from '@/lib/generations/view'

/** What stands beside the badge of a card: words, or a moment to be shown in the person's own time. */
export interface MetaWords {
  before: string
  /** ms since 1970 */
  at: number | null
  after: string
}

/** Where a generation stands, in a few words beside its state; `place` where there is a line, 0 goes next. */
export function metaWords(view: GenerationView, now: number, place: number | null = null): MetaWords {
  const endedAt = view.endedAt ?? view.storedAt ?? view.createdAt
  switch (view.state) {
    case 'waiting':
      return said(`${place === null ? 'in our line' : placeWords(place)}, nothing sent`)
    case 'submitting':
      return said(view.kind === 'transcript' ? 'with Venice, which listens and writes' : 'step 1 of 3, on its way')
    case 'processing':
      return said('step 2 of 3, at the provider')
    case 'receiving':
      return said('step 3 of 3, checking as it lands')
    case 'awaiting_consent':
    case 'uncertain':
      return { before: 'since ', at: view.sentAt ?? view.createdAt, after: '' }
    case 'stored':
    case 'done':
      return ready(view, endedAt, now)
    case 'rejected':
    case 'cancelled':
    case 'failed':
    case 'lost':
    case 'quarantined':
      return { before: '', at: endedAt, after: '' }
  }
}

function ready(view: GenerationView, endedAt: number, now: number): MetaWords {
  const storedAt = view.storedAt ?? endedAt
  const took = tookMs(view)
  const after = took === null ? '' : `, took ${clockWords(took)}`
  const ago = agoWords(storedAt, now)
  return ago === null ? { before: '', at: storedAt, after } : said(`${ago}${after}`)
}

const said = (before: string): MetaWords => ({ before, at: null, after: '' })
