import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SandboxModel } from './entry'
import { abilitiesOf, termsOf } from './inferred'

const list = z.array(z.string()).default([])
const flag = z.boolean().default(false)

/** An entry as the API gives it; what it leaves out is filled in, what it has beyond this is kept. */
const entryShape = z.looseObject({
  created: z.number().default(0),
  id: z.string().min(1),
  object: z.literal('model').default('model'),
  owned_by: z.string().default('venice.ai'),
  type: z.literal('video').default('video'),
  model_spec: z.looseObject({
    name: z.string(),
    privacy: z.enum(['private', 'anonymized']).catch('anonymized'),
    model_sets: list,
    offline: flag,
    traits: list,
    constraints: z.looseObject({
      model_type: z.string(),
      aspect_ratios: list,
      resolutions: list,
      durations: list,
      audio: flag,
      audio_configurable: flag,
      audio_input: flag,
      per_reference_audio: flag,
      video_input: flag,
    }),
  }),
})

const answerShape = z.looseObject({ data: z.array(entryShape).min(1) })

/**
 * The models of a file that holds an answer of `GET /models?type=video`, with abilities and prices made up for them.
 * Throws when the file cannot be read or is no such answer.
 */
export function modelsFromFile(path: string): SandboxModel[] {
  return entriesIn(path).map((entry) => ({
    entry,
    abilities: abilitiesOf(entry),
    terms: termsOf(entry),
    staysListed: true,
  }))
}

function entriesIn(path: string) {
  try {
    return answerShape.parse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch (cause) {
    throw new Error(`${path} is no answer of GET /models?type=video.`, { cause })
  }
}
