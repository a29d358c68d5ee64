import 'server-only'
import type { MediaError } from '@/lib/media/error'
import type { FileKind } from '@/lib/media/recognise'

/** Why a file was not taken: for programs, and for the person. Nothing of it is kept. */
export interface UploadRefusal {
  ok: false
  code: 'unfit' | 'too-large' | 'broken-off' | 'disk-full' | 'disk' | 'wrong-source'
  sentence: string
}

export const refuse = (code: UploadRefusal['code'], sentence: string): UploadRefusal => ({ ok: false, code, sentence })

const MB = 1_000_000

/** The largest file of each kind that is taken, bytes. */
export const MOST_BYTES: Record<FileKind, number> = {
  picture: 100 * MB,
  sound: 100 * MB,
  document: 100 * MB,
  clip: 2000 * MB,
}

const SHRINK: Record<FileKind, string> = {
  picture: 'Scale it down.',
  sound: 'Save it as MP3, or a part of it.',
  document: 'Save a part of it.',
  clip: 'Cut it, or scale it down.',
}

export function refuseLarge(kind: FileKind): UploadRefusal {
  const most = MOST_BYTES[kind] >= 1000 * MB ? `${MOST_BYTES[kind] / (1000 * MB)} GB` : `${MOST_BYTES[kind] / MB} MB`
  return refuse('too-large', `The ${kind} is larger than ${most}, the most the studio takes. ${SHRINK[kind]}`)
}

/** What the person is told of an upload that `lib/media` could not take in. */
export function refuseBroken({ code }: Pick<MediaError, 'code'>, kind: FileKind): UploadRefusal {
  switch (code) {
    case 'too-large':
      return refuseLarge(kind)
    case 'disk-full':
      return refuse(code, 'The disk of the media folder is almost full. Make room, then send the file again.')
    case 'disk':
    case 'bad-name':
      return refuse('disk', 'The media folder cannot be read or written. Look after it, then send the file again.')
    case 'stalled':
      return refuse('broken-off', 'The upload stood still for too long. Send the file again.')
    case 'cut':
    case 'aborted':
      return refuse('broken-off', 'The upload broke off before the file was whole. Send it again.')
  }
}
