import 'server-only'
import { isStudioError, StudioError } from '@/lib/errors'

/** Why a medium could not be taken in or read. `cut`, `stalled` and `aborted` may be tried again; the rest will not help itself. */
export type MediaErrorCode = 'cut' | 'too-large' | 'disk-full' | 'stalled' | 'aborted' | 'disk' | 'bad-name'

const SENTENCES: Record<MediaErrorCode, string> = {
  cut: 'The download broke off before the clip was whole.',
  'too-large': 'The clip is larger than the studio takes.',
  'disk-full': 'The disk is full: make room where the media folder is.',
  stalled: 'The download stood still for too long.',
  aborted: 'The download was stopped.',
  disk: 'The media folder cannot be read or written.',
  'bad-name': 'This is not the name of a medium in the library.',
}

/** A failure of `lib/media`. Says nothing about money: the caller knows how the job stands. */
export class MediaError extends StudioError {
  override readonly name = 'MediaError'

  constructor(
    override readonly code: MediaErrorCode,
    options?: { cause?: unknown; sentence?: string },
  ) {
    super(code, options?.sentence ?? SENTENCES[code], { cause: options?.cause })
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isStudioError(value, 'MediaError')
  }
}

/** A file system's refusal in our words: no room is its own code, since spending must stop then. */
export function diskError(cause: unknown): MediaError {
  if (cause instanceof MediaError) return cause
  const code = cause instanceof Error && 'code' in cause ? cause.code : null
  return new MediaError(code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'disk', { cause })
}

/** Whether the file system said that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
