import { LINK_LIFE, MEDIA_LIFE } from '@/lib/generations/decide-cleared'
import { readProblem } from '@/lib/generations/problem'
import type { Generation } from '@/lib/generations/store'
import type { RemoteView } from '@/lib/generations/view'

const NONE: RemoteView = { state: 'none', until: null, clearedAt: null, nextAt: null }

/** What still lies at the vendor of a generation, and until when, as far as the vendor says (VENICE: a link lives 24 h). */
export function remoteOf(row: Generation): RemoteView {
  if (row.kind === 'transcript' || row.acceptedAt === null) return NONE
  switch (row.state) {
    case 'processing':
    case 'receiving':
    case 'quarantined':
      return { ...NONE, state: 'there', until: linkEnd(row) }
    case 'stored':
      return {
        state: 'there',
        until: linkEnd(row),
        clearedAt: row.remoteDeletedAt?.getTime() ?? null,
        nextAt: row.dueAt.getTime(),
      }
    case 'done':
      return row.remoteDeletedAt ? { ...NONE, state: 'cleared', clearedAt: row.remoteDeletedAt.getTime() } : gone(row)
    case 'failed':
      // Given up by the person, it may come yet; refused by the provider, nothing does.
      return readProblem(row.problem)?.code === 'given-up' ? { ...NONE, state: 'there', until: linkEnd(row) } : NONE
    case 'waiting':
    case 'submitting':
    case 'awaiting_consent':
    case 'uncertain':
    case 'rejected':
    case 'cancelled':
    case 'lost':
      return NONE
  }
}

/** Deleting was never confirmed, and was given up when nothing could be left. */
const gone = ({ storedAt }: Generation): RemoteView => ({ ...NONE, until: storedAt && storedAt.getTime() + MEDIA_LIFE })

const linkEnd = ({ downloadUrl, acceptedAt }: Generation) =>
  downloadUrl !== null && acceptedAt !== null ? acceptedAt.getTime() + LINK_LIFE : null
