import type { RouteName } from './routes'

/** The log keeps this many requests, the newest. */
const MOST = 5_000

export interface LoggedRequest {
  at: string
  /** The call's name; null for a path the API does not have. */
  route: RouteName | null
  method: string
  path: string
  body?: unknown
  /** What was answered; null while there is no answer, and for good after a reset or a stall. */
  status: number | null
  /** The kind of the fault that struck it, if one did. */
  fault?: string
}

/** Who asked what, for tests that count sends. */
export class RequestLog {
  private entries: LoggedRequest[] = []

  /** Adds an entry that its caller goes on filling in. */
  open(entry: LoggedRequest): LoggedRequest {
    this.entries.push(entry)
    if (this.entries.length > MOST) this.entries.shift()
    return entry
  }

  list(): readonly LoggedRequest[] {
    return this.entries
  }
}
