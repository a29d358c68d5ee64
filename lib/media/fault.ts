import 'server-only'
import type { FileKind } from '@/lib/media/recognise'

/** Why a file of the right type is not taken. `behind`: something else is stuck to its end. */
export type Fault = 'cut' | 'behind' | 'unreadable' | 'too-many-pixels' | 'no-picture'

/** Pixels of a picture: a decompression bomb has more, a camera does not. */
export const MOST_PICTURE_PIXELS = 100_000_000

const SENTENCES: Record<Fault, (kind: FileKind) => string> = {
  cut: (kind) =>
    `The ${kind} is not whole: it breaks off or turns into something else before its end. Get it anew from where it came.`,
  behind: (kind) => `Something else is stuck to the end of the ${kind}. Save it anew in another program.`,
  unreadable: (kind) =>
    kind === 'document'
      ? 'The document cannot be read as text. Save it as UTF-8 or as PDF.'
      : `The ${kind} cannot be read. Save it anew in another program.`,
  'too-many-pixels': () =>
    `The picture has more than ${MOST_PICTURE_PIXELS / 1_000_000} million pixels, the most the studio takes. Scale it down.`,
  'no-picture': () => 'The clip has no picture in it, only sound: convert it to WAV or MP3.',
}

/** What the person is told. */
export const faultSentence = (fault: Fault, kind: FileKind) => SENTENCES[fault](kind)
