// Not `server-only`: `npm start` asks this too, outside of Next.
import { readKept } from '@/lib/access/kept'
import { environment } from '@/lib/env'
import { keepOutOfLogs } from '@/lib/secrets'

/** The key in use and where it comes from: the environment wins. null: there is none, and the sandbox is on. */
export function studioKey(): { key: string; source: 'environment' | 'settings' } | null {
  const { veniceApiKey, dataDir } = environment()
  const kept = readKept(dataDir).apiKey
  if (kept !== undefined) keepOutOfLogs(kept)
  if (veniceApiKey !== null) {
    keepOutOfLogs(veniceApiKey)
    return { key: veniceApiKey, source: 'environment' }
  }
  return kept === undefined ? null : { key: kept, source: 'settings' }
}
