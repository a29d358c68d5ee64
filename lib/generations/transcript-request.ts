import type { GenerationInput } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'

/** What a transcript goes by here, and most likely in the vendor's usage history. */
export const TRANSCRIPT_MODEL = { id: 'youtube-transcription', name: 'YouTube transcript' }

/**
 * What an entry of the usage history may begin with that is the charge of a transcript. VENICE documents none: these
 * are the names of the call, in singular and plural.
 */
export const TRANSCRIPT_SKUS: readonly string[] = [
  TRANSCRIPT_MODEL.id,
  'youtube-transcriptions',
  'youtube-transcript',
  'video-transcription',
  'video-transcriptions',
  'video-transcript',
]

/** A transcript in the words of every generation: its address stands for the prompt, and nothing else is chosen. */
export function transcriptInput(url: string): GenerationInput {
  return {
    modelId: TRANSCRIPT_MODEL.id,
    prompt: url,
    negativePrompt: '',
    duration: '',
    resolution: null,
    aspectRatio: null,
    audio: null,
    upscaleFactor: null,
    bitrate: null,
    media: NO_MEDIA,
  }
}
