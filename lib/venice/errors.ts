import { isStudioError, StudioError } from '@/lib/errors'
import type { Issue } from '@/lib/venice/answers'

export type VeniceErrorCode =
  | 'venice-unreachable'
  | 'venice-stopped'
  | 'venice-limited'
  | 'venice-unauthorized'
  | 'venice-not-permitted'
  | 'venice-balance'
  | 'venice-region'
  | 'venice-invalid'
  | 'venice-policy'
  | 'venice-not-found'
  | 'venice-troubled'
  | 'venice-unreadable'
  | 'venice-media-broken'

interface VeniceErrorOptions {
  /** Free of secrets. */
  cause?: string
  issues?: Issue[]
  retryAt?: number | null
}

/** A free call to the vendor that gave no answer to work with, or media that broke off. Nothing was spent by it. */
export class VeniceError extends StudioError {
  override readonly name = 'VeniceError'
  /** Complaints about single fields, in the vendor's spelling. */
  readonly issues: Issue[]
  /** When to ask again, ms since 1970; null when the vendor did not say. */
  readonly retryAt: number | null

  constructor(
    override readonly code: VeniceErrorCode,
    sentence: string,
    options: VeniceErrorOptions = {},
  ) {
    super(code, sentence, { cause: options.cause })
    this.issues = options.issues ?? []
    this.retryAt = options.retryAt ?? null
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isStudioError(value, 'VeniceError')
  }
}
