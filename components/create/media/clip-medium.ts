import type { AssetMedium } from '@/lib/generations/media-input'
import type { ClipView } from '@/lib/generations/view'

/** A generated clip as a medium of the form. */
export function clipMedium({ hash, mime, bytes, width, height, durationMs, fileName }: ClipView): AssetMedium {
  return { kind: 'asset', hash, mime, bytes, width, height, seconds: durationMs / 1000, name: fileName }
}
