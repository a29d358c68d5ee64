import 'server-only'
import { isStudioError, StudioError } from '@/lib/errors'

/** An archive that is not taken, or not to its end: the sentence says why and what to do. */
export class ArchiveError extends StudioError {
  override readonly name = 'ArchiveError'

  constructor(sentence: string, options?: { cause?: unknown }) {
    super('archive', sentence, options)
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isStudioError(value, 'ArchiveError')
  }
}
