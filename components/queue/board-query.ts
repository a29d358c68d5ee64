import { focusManager, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import type { BoardView, GenerationView } from '@/lib/generations/view'

const SECOND = 1000
const CROWD = 10
const PICTURE_PATIENCE = 2 * 60 * SECOND

/** What runs, what waits for the person and what ended lately: asked for only while something may change. */
export function boardQuery() {
  return queryOptions({
    queryKey: keys.board,
    queryFn: ({ signal }) => fetchJson<BoardView>('/api/generations', signal),
    refetchInterval: (query) =>
      pollEvery(query.state.data, typeof document !== 'undefined' && !focusManager.isFocused()),
    // A job that ends while another tab is in front is known here too, only later.
    refetchIntervalInBackground: true,
  })
}

/** How often to ask for the board, ms; false when nothing changes by itself. */
export function pollEvery(board: BoardView | undefined, hidden: boolean): number | false {
  if (board === undefined) return false
  const { running, earlier, now } = board
  if (running.length > 0) {
    if (hidden) return 5 * SECOND
    return running.length > CROWD ? 2 * SECOND : SECOND
  }
  return earlier.some((view) => awaitsPicture(view, now)) ? 3 * SECOND : false
}

/** Whether it waits, runs, or ended lately. */
export function isOnBoard({ needsYou, running, earlier }: BoardView, id: string): boolean {
  return [needsYou, running, earlier].some((views) => views.some((view) => view.id === id))
}

/** Whether a clip is so new that its poster may still be in the making. */
export function awaitsPicture({ clip, storedAt }: Pick<GenerationView, 'clip' | 'storedAt'>, now: number): boolean {
  return clip !== null && clip.poster === null && storedAt !== null && now - storedAt < PICTURE_PATIENCE
}
