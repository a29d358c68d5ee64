import type { ElementInput, MediaInput, Medium } from '@/lib/generations/media-input'
import type { Abilities } from '@/lib/sandbox/catalogue'
import { constraintsOf, type Ground, pick, type Rule } from './rule'

type ListField = 'referenceImages' | 'referenceVideos' | 'referenceAudio' | 'sceneImages'
type SingleField = 'startImage' | 'endImage' | 'sourceVideo' | 'audioTrack' | 'referenceDocument'

const SINGLES: Record<SingleField, (abilities: Abilities) => unknown> = {
  startImage: ({ image }) => image,
  endImage: ({ endImage }) => endImage,
  sourceVideo: ({ video }) => video,
  audioTrack: ({ audioUrl }) => audioUrl,
  referenceDocument: ({ documents }) => documents,
}

const LISTS: Record<ListField, (abilities: Abilities) => number | undefined> = {
  referenceImages: ({ referenceImages }) => referenceImages,
  referenceVideos: ({ referenceVideos }) => referenceVideos,
  referenceAudio: ({ referenceAudios }) => referenceAudios,
  sceneImages: ({ scenes }) => scenes,
}

const names = <T extends string>(fields: Record<T, unknown>) => Object.keys(fields) as T[]

/** Of this kind of model nobody knows what it takes: the form offers every medium, and the API decides. */
const KNOWN_TYPES = ['text-to-video', 'image-to-video', 'video']
const isKnown = ({ model }: Ground) => KNOWN_TYPES.includes(constraintsOf(model).model_type)

/** What is wrong with media, rule by rule (`QueueVideoRequest`, and what an entry states of pictures). */
export const WRONG_MEDIA: Record<string, Rule> = {
  'a medium it needs, left out': (ground) => {
    const { right, chance } = ground
    const filled = Object.entries(right.media).filter(([, value]) => (Array.isArray(value) ? value.length : value))
    if (filled.length === 0) return null
    const [field, value] = pick(chance, filled)
    return withMedia(ground, { [field]: Array.isArray(value) ? [] : null })
  },
  'a medium it does not take': (ground) => {
    if (!isKnown(ground)) return null
    const { abilities } = ground.model
    const fields: Partial<MediaInput>[] = [
      ...names(SINGLES).flatMap((field) => (SINGLES[field](abilities) ? [] : [{ [field]: suited(ground, field) }])),
      ...names(LISTS).flatMap((field) => (LISTS[field](abilities) ? [] : [{ [field]: [suited(ground, field)] }])),
      ...(abilities.elements ? [] : [{ elements: [anElement(ground)] }]),
      ...(abilities.keyframes ? [] : [{ keyframes: [{ image: ground.files.image, frame: 0 }] }]),
    ]
    return withMedia(ground, pick(ground.chance, fields))
  },
  'more of a medium than it takes': (ground) => {
    const { model, chance } = ground
    const lists = names(LISTS).filter((field) => LISTS[field](model.abilities))
    const all = [...lists, ...(model.abilities.keyframes ? ['keyframes' as const] : [])]
    if (all.length === 0) return null
    const field = pick(chance, all)
    const most = field === 'keyframes' ? (model.abilities.keyframes ?? 0) : (LISTS[field](model.abilities) ?? 0)
    const many = Array.from({ length: most + 1 + Math.floor(chance.next() * 60) }, (_, frame) => frame)
    return withMedia(
      ground,
      field === 'keyframes'
        ? { keyframes: many.map((frame) => ({ image: ground.files.image, frame })) }
        : { [field]: many.map(() => suited(ground, field)) },
    )
  },
  'a file of another kind': (ground) => {
    const { image, video, audio, document } = ground.files
    const others = (kind: Medium) => [image, video, audio, document].filter((file) => file !== kind)
    return somewhere(ground, (field) => pick(ground.chance, others(suited(ground, field))))
  },
  'a file that is not in the library': (ground) =>
    somewhere(ground, (field) => ({
      ...suited(ground, field),
      hash: pick(ground.chance, ['0', '1', 'e']).repeat(64),
    })),
  'a file told by another name than its hash': (ground) =>
    somewhere(ground, (field) => ({
      ...suited(ground, field),
      hash: pick(ground.chance, ['../../squero.db', '', 'A'.repeat(64), `${'a'.repeat(64)}\n`, '%2e%2e/x']),
    })),
  'no address': (ground) =>
    somewhere(ground, () => ({
      kind: 'url',
      url: pick(ground.chance, ['boat.png', '//example.com/a', 'ftp://example.com/a', 'https://', 'http:', 'x:y', ' ']),
      seconds: 5,
    })),
  'an address that is too long': (ground) =>
    somewhere(ground, () => ({ kind: 'url', url: `https://example.com/${'a'.repeat(4000)}`, seconds: 5 })),
  'a picture that is too small, whatever the page says of it': (ground) => {
    if (constraintsOf(ground.model).reference_image_min_short_side_pixels === undefined) return null
    const small = { ...ground.files.tiny, width: 1000, height: 800, bytes: 1 }
    const media = JSON.parse(
      JSON.stringify(ground.right.media).replaceAll(JSON.stringify(ground.files.image), JSON.stringify(small)),
    )
    return { ...ground.right, media }
  },
  'a sound that is too long, whatever the page says of it': (ground) =>
    ground.model.abilities.audioUrl ? withMedia(ground, { audioTrack: { ...ground.files.long, seconds: 5 } }) : null,
  'references that are too short, too long, or too long together': (ground) => {
    if (!ground.model.abilities.referenceVideos) return null
    const clip = (seconds: number) => ({ kind: 'url' as const, url: 'https://example.com/a.mp4', seconds })
    const lengths = pick(ground.chance, [[0], [1.9], [15.1], [36_000], [8, 8], [5, 5, 6]])
    return withMedia(ground, { referenceVideos: lengths.map(clip) })
  },
  'a reference sound with nothing beside it': (ground) =>
    ground.model.abilities.referenceAudios
      ? withMedia(ground, { referenceImages: [], referenceAudio: [ground.files.audio] })
      : null,
  'elements that are none': (ground) => {
    const { abilities } = ground.model
    if (!abilities.elements) return null
    const whole = anElement(ground)
    const { image, video } = ground.files
    return withMedia(
      ground,
      pick<Partial<MediaInput>>(ground.chance, [
        { elements: [{ ...whole, frontal: null }] },
        { elements: [{ ...whole, views: Array.from({ length: 4 }, () => image) }] },
        { elements: [{ ...whole, frontal: video }] },
        { elements: [{ ...whole, video: image }] },
        { elements: Array.from({ length: 5 }, () => whole) },
      ]),
    )
  },
  'keyframes that are none': (ground) => {
    if (!ground.model.abilities.keyframes) return null
    const frame = (at: unknown) => ({ image: ground.files.image, frame: at })
    const past = Number.parseInt(ground.right.duration, 10) * 24 + 1
    const frames = pick<unknown[]>(ground.chance, [[0, 0], [past], [-1], [0.5], ['0'], [1e300], [3, 7, 3]])
    return { ...ground.right, media: { ...ground.right.media, keyframes: frames.map(frame) } }
  },
  'a length or shape of a source that is not there': ({ model, right, chance }) => {
    const { durations, aspect_ratios: ratios } = constraintsOf(model)
    if (!durations.includes('-1') || !ratios.includes('adaptive')) return null
    return chance.next() < 0.5 ? { ...right, duration: '-1' } : { ...right, aspectRatio: 'adaptive' }
  },
  'a task it has not': (ground) => {
    const tasks = ground.model.abilities.taskType ? ['dance', '', 'EDIT', 'remix'] : ['auto', 'edit', 'dance']
    return withMedia(ground, { task: pick(ground.chance, tasks) })
  },
}

const withMedia = ({ right }: Ground, change: Partial<MediaInput>) => ({
  ...right,
  media: { ...right.media, ...change },
})

const anElement = ({ files }: Ground): ElementInput => ({ frontal: files.image, views: [], video: null })

/** A file that a field takes. */
function suited({ files }: Ground, field: SingleField | ListField) {
  if (field === 'sourceVideo' || field === 'referenceVideos') return files.video
  if (field === 'audioTrack' || field === 'referenceAudio') return files.audio
  return field === 'referenceDocument' ? files.document : files.image
}

/** Puts something into one of the fields a model takes; null where it takes none. */
function somewhere(ground: Ground, medium: (field: SingleField | ListField) => unknown) {
  const { abilities } = ground.model
  const taken = [
    ...names(SINGLES).filter((one) => SINGLES[one](abilities)),
    ...names(LISTS).filter((one) => LISTS[one](abilities)),
  ]
  if (taken.length === 0) return null
  const field = pick(ground.chance, taken)
  const value = field in LISTS ? [medium(field)] : medium(field)
  return { ...ground.right, media: { ...ground.right.media, [field]: value } }
}
