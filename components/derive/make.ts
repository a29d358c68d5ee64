import { makePoster } from '@/components/derive/make-poster'
import type { UnderivedClip } from '@/lib/media/underived'

/**
 * A poster (WebP or JPEG) or hover preview (MP4 or WebM) of a clip.
 * @throws Error when this browser cannot read the clip or encode a video
 */
export async function make(clip: UnderivedClip, kind: 'poster' | 'preview'): Promise<Blob> {
  if (kind === 'poster') return makePoster(clip)
  const { makePreview } = await import('@/components/derive/make-preview')
  return makePreview(clip)
}
