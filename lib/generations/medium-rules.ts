import type { AssetMedium, Placed } from '@/lib/generations/media-input'
import type { MediaIssue } from '@/lib/generations/media-rules'
import { isOver, told } from '@/lib/generations/media-times'
import { addressIssue } from '@/lib/generations/web-address'
import type { ModelOffer } from '@/lib/models/offer'

/** "Supported: WAV, MP3. Max: 30s, 15MB" (`audio_url`). */
const AUDIO = { seconds: 30, bytes: 15_000_000 }
/** Upscaling takes this much of a video, seconds. */
const UPSCALE_SECONDS = 300
/** A reference video, bytes. */
const REFERENCE_VIDEO_BYTES = 50_000_000

const KINDS: Record<Placed['kind'], { mimes: RegExp; sentence: string }> = {
  image: { mimes: /^image\/(png|jpeg|webp|gif)$/, sentence: 'Choose a picture here: PNG, JPEG, WebP or GIF.' },
  video: { mimes: /^video\/(mp4|quicktime|webm)$/, sentence: 'Choose a clip here: MP4, MOV or WebM.' },
  audio: { mimes: /^audio\/(wav|mpeg)$/, sentence: 'Choose a sound here: WAV or MP3.' },
  document: { mimes: /^(application|text)\//, sentence: 'Choose a document here.' },
}

/** Whether a medium is what its field takes: the kind, the size, the length, the shape. */
export function mediumIssues(offer: ModelOffer, { path, kind, medium }: Placed): MediaIssue[] {
  const refuse = (message: string): MediaIssue[] => [{ path, message }]
  const wrong = medium.kind === 'url' ? addressIssue(medium.url) : null
  if (wrong !== null) return refuse(wrong)
  const seconds = medium.seconds ?? 0
  if (path[0] === 'audioTrack' && isOver(seconds, AUDIO.seconds)) {
    return refuse(`The sound is ${told(seconds)} long; Venice takes ${AUDIO.seconds} s at most.`)
  }
  if (path[0] === 'sourceVideo' && offer.kind === 'upscale' && isOver(seconds, UPSCALE_SECONDS)) {
    return refuse(`The clip is ${told(seconds)} long; Venice upscales ${UPSCALE_SECONDS} s at most.`)
  }
  return medium.kind === 'url' ? [] : fileIssues(offer, path, kind, medium).flatMap(refuse)
}

function fileIssues(offer: ModelOffer, [field]: Placed['path'], kind: Placed['kind'], file: AssetMedium): string[] {
  if (!KINDS[kind].mimes.test(file.mime)) return [KINDS[kind].sentence]
  if (kind === 'image') return pictureIssues(offer, file)
  if (kind === 'audio' && file.bytes > AUDIO.bytes) return ['The sound is larger than 15 MB. Choose a shorter one.']
  if (field !== 'referenceVideos') return []
  if (file.mime === 'video/webm') return ['Reference videos are MP4 or MOV.']
  return file.bytes > REFERENCE_VIDEO_BYTES ? ['The clip is larger than 50 MB. Choose a shorter one.'] : []
}

function pictureIssues({ pictures }: ModelOffer, { width, height }: { width: number | null; height: number | null }) {
  if (!width || !height) return []
  const { shortSide, minRatio, maxRatio } = pictures
  if (shortSide !== null && Math.min(width, height) < shortSide) {
    return [`The picture is ${width} × ${height}; this model needs ${shortSide} pixels on the short side.`]
  }
  const ratio = width / height
  if ((minRatio !== null && ratio <= minRatio) || (maxRatio !== null && ratio >= maxRatio)) {
    const [lowest, highest] = [minRatio ?? 0, maxRatio ?? '∞']
    return [
      `The picture is ${width} × ${height}; this model takes shapes between ${lowest}:1 and ${highest}:1. Crop it.`,
    ]
  }
  return []
}
