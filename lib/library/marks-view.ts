/** What the person made of one generation: `GET /api/library/<id>`. */
export interface Marks {
  /** Names, in their order. */
  tags: string[]
  /** 1 to 5. */
  rating: number | null
  /** Their notes; empty where there are none. */
  remark: string
  /** When it was put into the bin, ms since 1970. */
  binnedAt: number | null
}
