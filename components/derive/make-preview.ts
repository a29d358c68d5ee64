import {
  BufferTarget,
  Conversion,
  getFirstEncodableVideoCodec,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  Quality,
  UrlSource,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny'
import { PREVIEW, previewSize } from '@/lib/media/sizes'
import type { UnderivedClip } from '@/lib/media/underived'

/** About 150 KB for three seconds. */
const BITS_A_SECOND = 400_000

/** The first seconds of a clip, small, slow and silent: H.264 in MP4 where the browser encodes it, else WebM. @throws Error */
export async function makePreview(clip: UnderivedClip): Promise<Blob> {
  const input = new Input({ source: new UrlSource(new URL(clip.src, location.href)), formats: [MP4, QTFF, WEBM] })
  try {
    const size = previewSize(clip)
    const codec = await getFirstEncodableVideoCodec(['avc', 'vp9', 'vp8'], size)
    if (!codec) throw new Error('This browser cannot encode video.')
    const format = codec === 'avc' ? new Mp4OutputFormat({ fastStart: 'in-memory' }) : new WebMOutputFormat()
    const target = new BufferTarget()
    const conversion = await Conversion.init({
      input,
      output: new Output({ format, target }),
      tracks: 'primary',
      trim: { end: Math.min(PREVIEW.seconds, clip.durationMs / 1000) },
      video: {
        ...size,
        fit: 'fill',
        frameRate: PREVIEW.fps,
        codec,
        quality: new Quality({ bitrate: BITS_A_SECOND }),
        ...PLAIN,
      },
      audio: { discard: true },
      tags: {},
    })
    if (!conversion.isValid) throw new Error('The clip cannot be converted here.')
    await conversion.execute()
    if (!target.buffer) throw new Error('Nothing was written.')
    return new Blob([target.buffer], { type: format.mimeType })
  } finally {
    input.dispose()
  }
}

const PLAIN = { forceTranscode: true, allowTransformationMetadata: false }
