import 'server-only'
import { askForGeneration } from '@/lib/generations/ask'
import { clearRemote } from '@/lib/generations/clear-remote'
import { fetchLink } from '@/lib/generations/fetch-link'
import { abandonSend, sendGeneration } from '@/lib/generations/send'
import { sendTranscript } from '@/lib/generations/send-transcript'
import type { Generation } from '@/lib/generations/store'
import type { Works } from '@/lib/generations/works'

/** Moves a generation on by one step, by what its row says. The caller owns its lease. */
export async function advanceGeneration(works: Works, row: Generation): Promise<void> {
  switch (row.state) {
    case 'waiting':
      return row.kind === 'transcript' ? sendTranscript(works, row) : sendGeneration(works, row)
    case 'submitting':
      return abandonSend(works, row)
    case 'processing':
      return askForGeneration(works, row)
    case 'receiving':
      return row.downloadUrl ? fetchLink(works, row, row.downloadUrl) : askForGeneration(works, row)
    case 'stored':
      return clearRemote(works, row)
    case 'awaiting_consent':
    case 'uncertain':
    case 'done':
    case 'rejected':
    case 'cancelled':
    case 'failed':
    case 'lost':
    case 'quarantined':
      throw new Error(`Nothing is due in ${row.state}.`)
  }
}
