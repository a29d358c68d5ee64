import { fail } from '@/lib/cli/prepare'
import { StudioError } from '@/lib/errors'

/** Says what the person can be told of a failure, and ends the process; anything else is thrown on. */
export function failed(error: unknown): never {
  if (typeof error === 'string') fail(error)
  if (error instanceof StudioError) fail(error.sentence)
  throw error
}
