import * as z from 'zod/mini'
import type { MediaInput, Medium } from '@/lib/generations/media-input'

const count = z.int().check(z.nonnegative())

const mediumShape: z.ZodMiniType<Medium> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('asset'),
    hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    mime: z.string().check(z.maxLength(100)),
    bytes: count,
    width: z.nullable(count),
    height: z.nullable(count),
    seconds: z.nullable(z.number().check(z.nonnegative())),
    name: z.string().check(z.maxLength(300)),
  }),
  z.strictObject({
    kind: z.literal('url'),
    url: z.string().check(z.maxLength(4000)),
    seconds: z.nullable(z.number().check(z.nonnegative(), z.maximum(36_000))),
  }),
])

const one = z.nullable(mediumShape)
// Far above what the API takes: whether a model does is for `inputSchemaFor` to say, in a sentence.
const many = z.array(mediumShape).check(z.maxLength(100))

/** The shape alone; whether a model takes it is `mediaIssues`. */
export const mediaShape: z.ZodMiniType<MediaInput> = z.strictObject({
  startImage: one,
  endImage: one,
  sourceVideo: one,
  audioTrack: one,
  referenceImages: many,
  referenceVideos: many,
  referenceAudio: many,
  referenceDocument: one,
  elements: z.array(z.strictObject({ frontal: one, views: many, video: one })).check(z.maxLength(100)),
  sceneImages: many,
  keyframes: z.array(z.strictObject({ image: mediumShape, frame: count })).check(z.maxLength(100)),
  task: z.nullable(z.string().check(z.maxLength(20))),
})
