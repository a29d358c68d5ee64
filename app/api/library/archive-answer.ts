import { streamed } from '@/app/api/streamed'
import { followed } from '@/lib/library/archive/under-way'

interface Archive {
  fileName: string
  /** null: nobody knows before its end. */
  bytes: number | null
  pieces: AsyncGenerator<Uint8Array>
  /** What the page calls it, to ask how far it is. */
  name: string | null
}

/** An archive as an answer, only to be saved. Its length is not sure: a clip may be deleted meanwhile. */
export function archiveAnswer({ fileName, bytes, pieces, name }: Archive): Response {
  return new Response(streamed(followed(pieces, name, bytes)), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(bytes === null ? {} : { 'x-content-length': `${bytes}` }),
    },
  })
}

/** A name the page made up; null for none, or for one that is not short and plain. */
export const archiveName = (asked: string | null) => (asked !== null && /^[\w-]{1,64}$/.test(asked) ? asked : null)
