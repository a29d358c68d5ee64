import type { GenerationState } from '@/lib/generations/state'

/** The calls of the video loop, by the names the sandbox gives them. */
export type Call = 'quote' | 'queue' | 'retrieve' | 'complete' | 'download' | 'download-delete'

/** What the vendor's published behaviour makes of a fault, told without the code that is judged. */
export interface Outcome {
  state: GenerationState
  /** How often the paid request may leave. */
  sends: number
  /** What must become of the vendor's copy of a clip that is done. */
  remote: 'deleted' | 'said to be gone'
}

/** One way for one call to go wrong. */
export interface FaultCase {
  /** Distinct: "queue 502 html". */
  name: string
  on: Call
  modelId: string
  /** As the sandbox's control path takes it. */
  fault: Record<string, unknown>
  /** How often it strikes; then the vendor is sound again. */
  strikes: number
  expected: Outcome
}

/** A model whose clip comes in the answer's body, and one that hands out a link. */
export const BODY_MODEL = 'vetro-mini-text-to-video'
export const LINK_MODEL = 'barena-1-text-to-video'

export const DONE: Outcome = { state: 'done', sends: 1, remote: 'deleted' }
