/** The file of a generation that is in the library: plain JSON, for its page and for the grid. */
export interface ClipView {
  hash: string
  /** The stored file, with ranges. */
  src: string
  /** null until made. */
  poster: string | null
  /** Short muted loop; null until made. */
  preview: string | null
  /** As a download of it is called. */
  fileName: string
  mime: string
  bytes: number
  width: number
  height: number
  durationMs: number
  fps: number | null
  hasAudio: boolean
}
