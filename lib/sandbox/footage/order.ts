import { sha256 } from '../seed'

/** What to film: everything a clip's bytes depend on. */
export interface FootageOrder {
  /** Chooses the scene, by its words where it can. */
  prompt: string
  /** Tells apart clips of one prompt: the model and the hashes of the media sent along. */
  take: string
  width: number
  height: number
  seconds: number
  sound: boolean
}

/** Changes when the painter or the encoder settings do, so that old footage is not served for new. */
const EDITION = 1

/** The clip's name in the cache. */
export function footageKey(order: FootageOrder): string {
  const { prompt, take, width, height, seconds, sound } = order
  return sha256(JSON.stringify([EDITION, prompt, take, width, height, seconds, sound]))
}
