import * as z from 'zod/mini'
import { mediaFor } from '@/lib/models/media-needs'
import type { Deprecation, ModelKind, ModelOffer, SoundOffer } from '@/lib/models/offer'
import { isAsSource } from '@/lib/models/scale'

/** Where the catalogue states no limit (`QueueVideoRequest.prompt`: "default 2500 characters"). */
const PROMPT_LIMIT = 2500
/** For a model whose catalogue entry lists none, as duration must be sent: the two most models take. */
const USUAL_DURATIONS = ['5s', '10s']

const flag = z.catch(z.boolean(), false)
const text = z.catch(z.nullable(z.string()), null)
const texts = z.catch(
  z.pipe(
    z.array(z.unknown()),
    z.transform((list) => [...new Set(list.filter((item) => typeof item === 'string').filter(Boolean))]),
  ),
  [],
)

const measure = z.catch(z.nullable(z.number().check(z.positive())), null)

const constraintsShape = z.looseObject({
  model_type: text,
  durations: texts,
  resolutions: texts,
  aspect_ratios: texts,
  audio: flag,
  audio_configurable: flag,
  audio_input: flag,
  video_input: flag,
  per_reference_audio: flag,
  prompt_character_limit: z.catch(z.int().check(z.positive()), PROMPT_LIMIT),
  reference_image_min_short_side_pixels: measure,
  reference_image_min_aspect_ratio: measure,
  reference_image_max_aspect_ratio: measure,
})

const specShape = z.looseObject({
  name: text,
  privacy: z.catch(z.enum(['private', 'anonymized', 'unknown']), 'unknown'),
  offline: flag,
  betaModel: flag,
  uncensored: flag,
  model_sets: texts,
  deprecation: z.catch(z.nullable(z.looseObject({ date: text, removesAt: text })), null),
  constraints: z.catch(constraintsShape, constraintsShape.parse({})),
})

const entryShape = z.looseObject({
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  created: z.catch(z.nullable(z.number().check(z.positive())), null),
  model_spec: z.catch(specShape, specShape.parse({})),
})

type Entry = z.infer<typeof entryShape>
type Constraints = Entry['model_spec']['constraints']

/**
 * The live catalogue (`GET /models?type=video`, its `data`) as offers, in the vendor's order. Never throws: entries
 * without an id are skipped, unknown keys ignored, and a model of a kind never seen goes through the generic form.
 */
export function digestCatalogue(data: unknown): ModelOffer[] {
  const entries = Array.isArray(data) ? data : []
  const offers = entries.flatMap((entry) => {
    const parsed = entryShape.safeParse(entry)
    return parsed.success ? [toOffer(parsed.data)] : []
  })
  return [...new Map(offers.map((offer) => [offer.id, offer])).values()]
}

function toOffer({ id, created, model_spec: spec }: Entry): ModelOffer {
  const { constraints } = spec
  const kind = kindOf(id, constraints)
  return {
    id,
    name: spec.name?.trim() || id,
    kind,
    ...choicesOf(kind, constraints),
    sound: soundOf(constraints),
    promptLimit: constraints.prompt_character_limit,
    promptRequired: kind !== 'upscale',
    ...mediaFor(id, kind, {
      audioInput: constraints.audio_input,
      videoInput: constraints.video_input,
      perReferenceAudio: constraints.per_reference_audio,
      followsSource: [...constraints.durations, ...constraints.aspect_ratios].some(isAsSource),
    }),
    pictures: {
      shortSide: constraints.reference_image_min_short_side_pixels,
      minRatio: constraints.reference_image_min_aspect_ratio,
      maxRatio: constraints.reference_image_max_aspect_ratio,
    },
    privacy: spec.privacy,
    offline: spec.offline,
    beta: spec.betaModel,
    uncensored: spec.uncensored || spec.model_sets.includes('uncensored'),
    deprecation: deprecationOf(spec.deprecation),
    ...(created === null ? {} : { createdAt: created * 1000 }),
  }
}

/** Reference and transition models call themselves `image-to-video`: only the id tells them apart. */
function kindOf(id: string, { model_type: type, resolutions }: Constraints): ModelKind {
  if (type === 'text-to-video') return 'text'
  if (type === 'video') return factorsOf(resolutions).length > 0 ? 'upscale' : 'video'
  if (type !== 'image-to-video') return 'other'
  if (/reference-to-video|(^|-)r2v(-|$)/i.test(id)) return 'reference'
  return /(^|-)transition(-|$)/i.test(id) ? 'transition' : 'image'
}

function choicesOf(kind: ModelKind, { durations, resolutions, aspect_ratios: aspectRatios }: Constraints) {
  if (kind === 'upscale') {
    return {
      durations: durations.length > 0 ? durations : ['Auto'],
      resolutions: [],
      aspectRatios: [],
      // The catalogue lists enlargements only; 1, better quality at the same size, is always taken too.
      upscaleFactors: [1, ...factorsOf(resolutions)],
    }
  }
  return {
    durations: durations.length > 0 ? durations : USUAL_DURATIONS,
    resolutions,
    aspectRatios,
    upscaleFactors: [],
  }
}

/** "2x" and "4x" as 2 and 4, if that is all there is. */
function factorsOf(resolutions: string[]): number[] {
  const factors = resolutions.map((resolution) => Number(/^([2-9])x$/i.exec(resolution)?.[1]))
  return factors.some(Number.isNaN) ? [] : factors
}

function soundOf({ audio, audio_configurable: configurable }: Constraints): SoundOffer {
  if (!audio) return 'none'
  return configurable ? 'optional' : 'always'
}

function deprecationOf(told: Entry['model_spec']['deprecation']): Deprecation | null {
  const removesAt = isoDate(told?.removesAt)
  const date = isoDate(told?.date) ?? removesAt
  return date === null ? null : { date, removesAt }
}

function isoDate(value: string | null | undefined): string | null {
  const at = Date.parse(value ?? '')
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
