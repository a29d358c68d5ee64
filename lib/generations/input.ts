import * as z from 'zod/mini'
import { type MediaInput, NO_MEDIA } from '@/lib/generations/media-input'
import { mediaIssues } from '@/lib/generations/media-rules'
import { mediaShape } from '@/lib/generations/media-shape'
import { shotProblem } from '@/lib/generations/shots'
import type { ModelOffer } from '@/lib/models/offer'

/** How finely a clip is encoded (`bitrate_mode`): larger files at the same price. */
export type Bitrate = 'standard' | 'high'

/** What the person chose in the form. `null` means: this model does not take it. */
export interface GenerationInput {
  modelId: string
  prompt: string
  negativePrompt: string
  duration: string
  resolution: string | null
  aspectRatio: string | null
  audio: boolean | null
  upscaleFactor: number | null
  bitrate: Bitrate | null
  media: MediaInput
}

/** The shape alone, for rows, URLs and actions; whether a model takes it is `inputSchemaFor`. */
export const inputShape: z.ZodMiniType<GenerationInput> = z.strictObject({
  modelId: z.string().check(z.minLength(1), z.maxLength(200)),
  prompt: z.string().check(z.maxLength(20_000)),
  negativePrompt: z.string().check(z.maxLength(20_000)),
  duration: z.string().check(z.maxLength(20)),
  resolution: z.nullable(z.string().check(z.maxLength(20))),
  aspectRatio: z.nullable(z.string().check(z.maxLength(20))),
  audio: z.nullable(z.boolean()),
  upscaleFactor: z.nullable(z.int()),
  // Rows of before there was a choice have none.
  bitrate: z._default(z.nullable(z.enum(['standard', 'high'])), null),
  // Rows of before there were media have none.
  media: z._default(mediaShape, NO_MEDIA),
})

/**
 * The schema of one model's form: the same for the form, the action and the tests.
 * Every refusal is a sentence that says what to change. Source of the rules: the live catalogue (`ModelOffer`).
 */
export function inputSchemaFor(offer: ModelOffer): z.ZodMiniType<GenerationInput> {
  return z
    .strictObject({
      modelId: z.literal(offer.id, 'Choose this model again: the form and the model differ.'),
      prompt: promptSchema(offer),
      negativePrompt: z.string().check(within(offer.promptLimit, 'negative prompt')),
      ...choicesFor(offer),
      bitrate: choice<Bitrate>(offer.bitrate ? ['standard', 'high'] : [], 'bitrate'),
      media: mediaShape,
    })
    .check(
      z.check<GenerationInput>(({ value, issues }) => {
        for (const { path, message } of mediaIssues(offer, value)) {
          issues.push({ code: 'custom', input: value, path: ['media', ...path], message, continue: true })
        }
      }),
    )
}

/** The choices a price depends on, as a model offers them. */
export function choicesFor(offer: ModelOffer) {
  return {
    duration: z
      .string()
      .check(z.refine((value) => offer.durations.includes(value), 'Choose a duration this model offers.')),
    resolution: choice(offer.resolutions, 'resolution'),
    aspectRatio: choice(offer.aspectRatios, 'aspect ratio'),
    audio:
      offer.sound === 'optional'
        ? z.boolean('Choose whether the clip has audio.')
        : z.null('This model has no choice of audio.'),
    upscaleFactor: choice(offer.upscaleFactors, 'upscale factor'),
  }
}

function promptSchema(offer: ModelOffer) {
  const limited = z.string().check(
    within(offer.promptLimit, 'prompt'),
    z.refine((value) => shotProblem(offer, value) === null, {
      error: ({ input }) => shotProblem(offer, String(input)) ?? undefined,
    }),
  )
  return offer.promptRequired ? limited.check(z.refine((value) => value.trim() !== '', 'Write a prompt.')) : limited
}

function choice<T extends string | number>(offered: readonly T[], name: string): z.ZodMiniType<T | null, T | null> {
  if (offered.length === 0) return z.null(`This model takes no ${name}.`)
  return z.custom<T>((value) => offered.includes(value as T), `Choose ${article(name)} ${name} this model offers.`)
}

const article = (name: string) => (/^[aeiou]/.test(name) ? 'an' : 'a')

// Counted in UTF-16 units, as the counter on screen and JavaScript do. zod's own maxLength counts code points, which
// lets an emoji pass as one: whichever way Venice counts, units are never fewer.
const within = (limit: number, what: string) =>
  z.refine<string>(
    (value) => value.length <= limit,
    `Shorten the ${what}: this model takes ${limit.toLocaleString('en-US')} characters at most.`,
  )
