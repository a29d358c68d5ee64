import type { MediaInput, Medium } from '@/lib/generations/media-input'

/** The same media without those that `keeps` refuses; an element of which nothing is left goes too. */
export function keepMedia(media: MediaInput, keeps: (medium: Medium) => boolean): MediaInput {
  const one = (medium: Medium | null) => (medium !== null && keeps(medium) ? medium : null)
  const list = (all: readonly Medium[]) => all.filter(keeps)
  return {
    startImage: one(media.startImage),
    endImage: one(media.endImage),
    sourceVideo: one(media.sourceVideo),
    audioTrack: one(media.audioTrack),
    referenceImages: list(media.referenceImages),
    referenceVideos: list(media.referenceVideos),
    referenceAudio: list(media.referenceAudio),
    referenceDocument: one(media.referenceDocument),
    elements: media.elements
      .map(({ frontal, views, video }) => ({ frontal: one(frontal), views: list(views), video: one(video) }))
      .filter(({ frontal, views, video }) => frontal !== null || views.length > 0 || video !== null),
    sceneImages: list(media.sceneImages),
    keyframes: media.keyframes.filter(({ image }) => keeps(image)),
    task: media.task,
  }
}
