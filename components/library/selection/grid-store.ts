import type { LibraryItem } from '@/lib/library/view'

/** Where the keyboard stands in the grid, and what is selected. */
export interface GridState {
  /** The query it belongs to: another one begins anew. */
  list: string
  /** The one clip that Tab leads to; null: the first. */
  active: string | null
  /** Where a range begins. */
  anchor: string | null
  picked: ReadonlyMap<string, LibraryItem>
  /** Counts how often the keyboard was sent to the active clip: the grid focuses it each time. */
  sent: number
  /** It was sent there without moving anything: somebody comes back to where they were. */
  quietly: boolean
}

const NONE: ReadonlyMap<string, LibraryItem> = new Map()

// Outside of React, so that coming back from a clip or a comparison finds it as it was.
let state: GridState = { list: '', active: null, anchor: null, picked: NONE, sent: 0, quietly: false }
const listeners = new Set<() => void>()

export const gridState = (): GridState => state

export function onGridState(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The list on screen: what was selected in another one is let go, for nobody sees it any more. */
export function enterList(list: string): void {
  if (list !== state.list) beginList(list)
}

/** A list that is entered anew, also one that was on screen before. */
export function beginList(list: string): void {
  set({ list, active: null, anchor: null, picked: NONE })
}

/** Where the keyboard stands now. A range begins there unless one is being drawn. */
export function activate(id: string | null, keepAnchor = false): void {
  if (id !== state.active) set({ active: id, anchor: keepAnchor ? (state.anchor ?? state.active) : id })
}

/** Sends the keyboard to a clip. */
export function sendTo(id: string | null, keepAnchor = false): void {
  activate(id, keepAnchor)
  if (id !== null) set({ sent: state.sent + 1, quietly: false })
}

/** Gives the keyboard back to the clip it was on, where that stands. */
export function returnTo(id: string): void {
  activate(id)
  set({ sent: state.sent + 1, quietly: true })
}

/** Takes a clip into the selection, or out of it; ranges begin there. */
export function togglePicked(item: LibraryItem): void {
  const picked = new Map(state.picked)
  if (!picked.delete(item.id)) picked.set(item.id, item)
  set({ picked, active: item.id, anchor: item.id })
}

/** Adds clips to the selection. */
export function pick(items: readonly LibraryItem[]): void {
  set({ picked: new Map([...state.picked, ...items.map((item) => [item.id, item] as const)]) })
}

/** Selects exactly these. */
export function pickOnly(items: readonly LibraryItem[]): void {
  set({ picked: new Map(items.map((item) => [item.id, item])) })
}

export function clearPicked(): void {
  if (state.picked.size > 0) set({ picked: NONE })
}

/** A change of clips, for those that are selected too; null takes them out. */
export function patchPicked(ids: ReadonlySet<string>, patch: (item: LibraryItem) => LibraryItem | null): void {
  if (![...ids].some((id) => state.picked.has(id))) return
  const picked = new Map<string, LibraryItem>()
  for (const [id, item] of state.picked) {
    const next = ids.has(id) ? patch(item) : item
    if (next) picked.set(id, next)
  }
  set({ picked })
}

function set(change: Partial<GridState>): void {
  state = { ...state, ...change }
  for (const listener of listeners) listener()
}
