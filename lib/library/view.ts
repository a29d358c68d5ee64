import type { ClipView } from '@/lib/generations/clip-view'
import type { LibraryState, LibraryWay } from '@/lib/library/library-query'

/** A generation as the library's grid shows it: plain JSON, no secrets. Times are ms since 1970, money is µUSD. */
export interface LibraryItem {
  id: string
  createdAt: number
  prompt: string
  model: { id: string; name: string }
  state: LibraryState
  starred: boolean
  /** 1 to 5. */
  rating: number | null
  projectId: string | null
  /** Names, in their order. */
  tags: string[]
  sandbox: boolean
  /** Less what came back; null until something was charged. */
  chargedMicroUsd: number | null
  clip: ClipView | null
  /** Its clip is here, and the person has not seen it yet. */
  unseen: boolean
}

/** One page of the library: `GET /api/library?…&cursor=…`. */
export interface LibraryPage {
  items: LibraryItem[]
  /** null: this is the last page. */
  nextCursor: string | null
  /** Of everything that is found, each clip counted as a download of all of them would. */
  total: LibraryTotal
  /** Accounts that have clips here, the one in use first. */
  accounts: { id: string; sandbox: boolean; host: string; current: boolean; clips: number }[]
}

export interface LibraryTotal {
  /** Generations; of those that have no clip too, where states were asked for. */
  clips: number
  bytes: number
  durationMs: number
  chargedMicroUsd: number
}

/** A choice of a filter, and how many clips it would show by itself. */
export interface Facet<Id extends string = string> {
  id: Id
  count: number
}

/** What the library's sidebar and filters offer: `GET /api/library/facets?account=…`. */
export interface LibraryFacets {
  /** Clips that are here and not in the bin; so are all counts below but the last two. */
  all: number
  starred: number
  /** In no project. */
  unsorted: number
  unseen: number
  /** By name. A project's count is without its parts. */
  projects: { id: string; name: string; parentId: string | null; count: number }[]
  /** By name, which is what an address holds. */
  tags: { id: string; name: string; count: number }[]
  /** The most used first. */
  models: { id: string; name: string; count: number }[]
  ways: Facet<LibraryWay>[]
  resolutions: Facet[]
  searches: { id: string; name: string; query: string }[]
  /** Generations that are not in the bin, with or without a clip. */
  states: Facet<LibraryState>[]
  binned: number
}

/** What takes an action back: given to the action `undo`. */
export type UndoStep =
  | { verb: 'move'; ids: string[]; projectId: string | null }
  | { verb: 'tag'; ids: string[]; add: string[]; remove: string[] }
  | { verb: 'rate'; ids: string[]; rating: number | null }
  | { verb: 'star'; ids: string[]; on: boolean }
  | { verb: 'bin' | 'unbin'; ids: string[] }

/** The answer of an action on many generations. */
export type LibraryResult =
  /** How many were changed. `left` says why some were not, where that is not plain. */
  { ok: true; count: number; undo?: UndoStep[]; left?: string } | { ok: false; sentence: string }

/** The answer when a project or a saved search was made. */
export type MadeResult = { ok: true; id: string } | { ok: false; sentence: string }
