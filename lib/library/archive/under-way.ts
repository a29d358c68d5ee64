import 'server-only'
import type { UnderWay } from '@/lib/library/archive/view'
import { once } from '@/lib/once'

/** The last ones that were asked for by name, the oldest first. */
const KEPT = 50
const archives = once('archives-under-way', () => new Map<string, UnderWay>())

/**
 * The same pieces; how many went can be asked for by the name that the page gave, since a browser does not tell a page
 * how its download goes. Kept in memory: what is lost at a restart broke off with it.
 */
export async function* followed(
  pieces: AsyncGenerator<Uint8Array>,
  name: string | null,
  totalBytes: number | null,
): AsyncGenerator<Uint8Array> {
  const way: UnderWay = { sentBytes: 0, totalBytes, state: 'going' }
  if (name !== null) keep(name, way)
  try {
    for await (const piece of pieces) {
      yield piece
      way.sentBytes += piece.length
    }
    way.state = 'done'
  } finally {
    if (way.state === 'going') way.state = 'broken-off'
  }
}

/** How far the archive of this name is; null when there is none. */
export function underWay(name: string): UnderWay | null {
  return archives.get(name) ?? null
}

function keep(name: string, way: UnderWay): void {
  archives.set(name, way)
  const [oldest] = archives.keys()
  if (archives.size > KEPT && oldest !== undefined) archives.delete(oldest)
}
