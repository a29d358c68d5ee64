/** A file of the library, with the facts it was chosen by: the server reads them again before anything is bought. */
export interface AssetMedium {
  kind: 'asset'
  /** SHA-256, hexadecimal. */
  hash: string
  mime: string
  bytes: number
  /** Pixels; null where the kind has none. */
  width: number | null
  height: number | null
  /** Length; null where the kind has none. */
  seconds: number | null
  name: string
}

/** The person's own http(s) address. It goes to Venice as text; this server never opens it. */
export interface UrlMedium {
  kind: 'url'
  url: string
  /** Length as the person says it, for a price that depends on it; null while unknown. */
  seconds: number | null
}

export type Medium = AssetMedium | UrlMedium

/** A figure or thing: a frontal picture, up to three other views, a clip of it. `@Element1` in the prompt. */
export interface ElementInput {
  frontal: Medium | null
  views: Medium[]
  video: Medium | null
}

export interface KeyframeInput {
  image: Medium
  /** Counted from 0 at `KEYFRAME_RATE`. */
  frame: number
}

/** Media of a generation, and what is to be done with them. Empty or null: not given. */
export interface MediaInput {
  startImage: Medium | null
  endImage: Medium | null
  sourceVideo: Medium | null
  audioTrack: Medium | null
  referenceImages: Medium[]
  referenceVideos: Medium[]
  referenceAudio: Medium[]
  referenceDocument: Medium | null
  elements: ElementInput[]
  sceneImages: Medium[]
  keyframes: KeyframeInput[]
  /** `omni_reference_task_type`: null leaves it to Venice. */
  task: string | null
}

/** Frames a second that `frame_index` counts in (`QueueVideoRequest.keyframes`). */
export const KEYFRAME_RATE = 24

export const NO_MEDIA: MediaInput = {
  startImage: null,
  endImage: null,
  sourceVideo: null,
  audioTrack: null,
  referenceImages: [],
  referenceVideos: [],
  referenceAudio: [],
  referenceDocument: null,
  elements: [],
  sceneImages: [],
  keyframes: [],
  task: null,
}

export type MediumKind = 'image' | 'video' | 'audio' | 'document'

/** One medium of an input: where it stands and what it must be. */
export interface Placed {
  /** In `MediaInput`: `['elements', 0, 'views', 1]`. */
  path: (string | number)[]
  kind: MediumKind
  medium: Medium
}

/** Every medium of an input, in the order of the form. */
export function placedMedia(media: MediaInput): Placed[] {
  return [
    ...placed(['startImage'], 'image', media.startImage),
    ...placed(['endImage'], 'image', media.endImage),
    ...placed(['sourceVideo'], 'video', media.sourceVideo),
    ...placed(['audioTrack'], 'audio', media.audioTrack),
    ...media.referenceImages.flatMap((medium, at) => placed(['referenceImages', at], 'image', medium)),
    ...media.referenceVideos.flatMap((medium, at) => placed(['referenceVideos', at], 'video', medium)),
    ...media.referenceAudio.flatMap((medium, at) => placed(['referenceAudio', at], 'audio', medium)),
    ...placed(['referenceDocument'], 'document', media.referenceDocument),
    ...media.elements.flatMap((element, at) => placedInElement(element, at)),
    ...media.sceneImages.flatMap((medium, at) => placed(['sceneImages', at], 'image', medium)),
    ...media.keyframes.flatMap(({ image }, at) => placed(['keyframes', at, 'image'], 'image', image)),
  ]
}

function placedInElement({ frontal, views, video }: ElementInput, at: number): Placed[] {
  return [
    ...placed(['elements', at, 'frontal'], 'image', frontal),
    ...views.flatMap((view, index) => placed(['elements', at, 'views', index], 'image', view)),
    ...placed(['elements', at, 'video'], 'video', video),
  ]
}

const placed = (path: (string | number)[], kind: MediumKind, medium: Medium | null): Placed[] =>
  medium === null ? [] : [{ path, kind, medium }]

/** The same media with each medium put through `change`, in its place. */
export function mapMedia(media: MediaInput, change: (medium: Medium) => Medium): MediaInput {
  const maybe = (medium: Medium | null) => medium && change(medium)
  const all = (list: readonly Medium[]) => list.map(change)
  return {
    startImage: maybe(media.startImage),
    endImage: maybe(media.endImage),
    sourceVideo: maybe(media.sourceVideo),
    audioTrack: maybe(media.audioTrack),
    referenceImages: all(media.referenceImages),
    referenceVideos: all(media.referenceVideos),
    referenceAudio: all(media.referenceAudio),
    referenceDocument: maybe(media.referenceDocument),
    elements: media.elements.map(({ frontal, views, video }) => ({
      frontal: maybe(frontal),
      views: all(views),
      video: maybe(video),
    })),
    sceneImages: all(media.sceneImages),
    keyframes: media.keyframes.map(({ image, frame }) => ({ image: change(image), frame })),
    task: media.task,
  }
}

/** Length of all reference videos, seconds; null without any, or when one's length is not known. */
export function referenceSeconds({ referenceVideos }: MediaInput): number | null {
  const lengths = referenceVideos.map(({ seconds }) => seconds)
  if (lengths.length === 0 || lengths.some((seconds) => seconds === null)) return null
  return Math.round(lengths.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0) * 1000) / 1000
}
