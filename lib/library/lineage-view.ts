import type { GenerationState } from '@/lib/generations/state'

/**
 * How a clip came from what stands before it. `take`: the same input once more; `again`: its settings, changed;
 * `continued`: it begins with a frame of it; `frame`: a frame of it stands elsewhere in it; `reference`: the clip does.
 */
export type Relation = 'take' | 'again' | 'continued' | 'upscaled' | 'edited' | 'frame' | 'reference'

/** A generation in the tree. Times are ms since 1970, money is µUSD. */
export interface LineageClip {
  kind: 'clip'
  id: string
  /** null for what the tree begins with. */
  relation: Relation | null
  /** Which one it is of several takes of the same input, from 2; null where it is none. */
  take: number | null
  prompt: string
  model: string
  state: GenerationState
  /** Deleted: its facts stay, its page does not. */
  gone: boolean
  binned: boolean
  poster: string | null
  durationMs: number | null
  upscaleFactor: number | null
  /** null until something was charged. */
  chargedMicroUsd: number | null
}

/** A file that the person brought. */
export interface LineageUpload {
  kind: 'upload'
  hash: string
  name: string
  mime: string
  width: number
  height: number
}

/** Several clips that are counted, not drawn. */
export interface LineageGroup {
  kind: 'group'
  clips: number
  chargedMicroUsd: number
  /** The first of them. */
  first: LineageClip[]
}

export interface LineageNode {
  self: LineageClip | LineageUpload | LineageGroup
  children: LineageNode[]
}

/** Where a clip comes from and what was made of it: `GET /api/library/<id>/lineage`. */
export interface Lineage {
  /** The first it comes from; itself where it comes from nothing. */
  root: LineageNode
  /** What it was made from besides what it stands under. */
  besides: (LineageClip | LineageUpload)[]
  /** How many more of those there are. */
  besidesMore: number
  /** What the root comes from is not drawn. */
  goesBack: boolean
  total: {
    uploads: number
    clips: number
    chargedMicroUsd: number
    /** There are more, too far away to be counted. */
    more: boolean
  }
}
