import * as z from 'zod/mini'

const number = z.pipe(
  z.string().check(z.regex(/^\d{1,6}(\.\d{1,6})?$/)),
  z.transform((text: string) => Number(text)),
)
const word = z.string().check(z.maxLength(20))

const queryShape = z.object({
  model: z.string().check(z.minLength(1), z.maxLength(200)),
  duration: word,
  resolution: z.nullable(word),
  aspectRatio: z.nullable(word),
  audio: z.nullable(z.enum(['true', 'false'])),
  upscaleFactor: z.nullable(number),
  referenceSeconds: z.nullable(number),
  video: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  videoUrl: z.nullable(z.string().check(z.maxLength(4000))),
})

/** What a quote address asks the price of; the file is still to be looked up. */
export interface QuoteQuestion {
  modelId: string
  duration: string
  resolution: string | null
  aspectRatio: string | null
  audio: boolean | null
  upscaleFactor: number | null
  referenceSeconds: number | null
  video: { hash: string } | { url: string } | null
}

/** The question of a quote address, or null when it is none. */
export function readQuoteQuery(query: URLSearchParams): QuoteQuestion | null {
  const names = Object.keys(queryShape.shape)
  const parsed = queryShape.safeParse(Object.fromEntries(names.map((name) => [name, query.get(name)])))
  if (!parsed.success) return null
  const { model, audio, video: hash, videoUrl: url, ...rest } = parsed.data
  const video = hash !== null ? { hash } : url !== null ? { url } : null
  return { ...rest, modelId: model, audio: audio === null ? null : audio === 'true', video }
}
