/** What stands beside a generation in what a query finds: `GET /api/library/<id>/beside?…`. */
export interface Beside {
  /** Their ids. */
  previous: string | null
  next: string | null
  /** Its own place, from 1. */
  number: number
  of: number
}
