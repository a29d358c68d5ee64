/** A clip that lacks a poster or a hover preview, as `GET /api/media/underived` lists it. */
export interface UnderivedClip {
  hash: string
  /** The stored file, with ranges. */
  src: string
  /** Pixels on screen. */
  width: number
  height: number
  durationMs: number
  missing: ('poster' | 'preview')[]
}
