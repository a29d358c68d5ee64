import type { ClipView } from '@/lib/generations/clip-view'
import type { AssetMedium } from '@/lib/generations/media-input'

type Clip = Pick<ClipView, 'hash' | 'mime' | 'bytes' | 'width' | 'height' | 'durationMs' | 'fileName'>

/** A generated clip as a medium of the form. */
export function clipMedium({ hash, mime, bytes, width, height, durationMs, fileName }: Clip): AssetMedium {
  return { kind: 'asset', hash, mime, bytes, width, height, seconds: durationMs / 1000, name: fileName }
}
