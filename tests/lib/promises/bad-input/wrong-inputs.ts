import type { SandboxModel } from '@/lib/sandbox/catalogue'
import type { Chance } from '@/tests/faults/chance'
import { constraintsOf, pick, type Rule } from './rule'
import { WRONG_MEDIA } from './wrong-media'

/** Rows of before there were these have none of them. */
const MAY_LACK = ['media', 'bitrate']

/** Every rule by what it is about. */
export const RULES: Record<string, Rule> = {
  'a model nobody has': ({ right, chance }) => ({
    ...right,
    modelId: pick(chance, [`${right.modelId}-2`, right.modelId.toUpperCase(), ` ${right.modelId}`, '../models', '']),
  }),
  'a length it has not': ({ model, right, chance }) => {
    const others = ['1s', '2s', '7s', '30s', '31s', '5', '5S', ' 5s', '٥s', 'auto', '-1', '1 gen', '0s', '']
    return { ...right, duration: pick(chance, without(others, constraintsOf(model).durations)) }
  },
  'a resolution it has not': ({ model, right, chance }) => {
    const offered = model.abilities.upscale ? [] : constraintsOf(model).resolutions
    return { ...right, resolution: pick(chance, without(['240p', '720p', '720P', '4k', '8k', '2x', '', '1'], offered)) }
  },
  'a shape it has not': ({ model, right, chance }) => {
    const others = ['16:9', '16/9', '1:1', '7:3', '0:0', 'adaptive', 'auto', '', '16:9 ']
    return { ...right, aspectRatio: pick(chance, without(others, constraintsOf(model).aspect_ratios)) }
  },
  'sound it has no choice of': ({ model, right, chance }) =>
    constraintsOf(model).audio_configurable ? null : { ...right, audio: chance.next() < 0.5 },
  'a factor it has not': ({ model, right, chance }) => ({
    ...right,
    upscaleFactor: pick(chance, model.abilities.upscale ? [3, 0, -2, 8, 16] : [1, 2, 4]),
  }),
  'a bitrate it has not': ({ model, right, chance }) => ({
    ...right,
    bitrate: pick(chance, model.abilities.bitrate ? ['ultra', 'HIGH', '', 8000] : ['standard', 'high']),
  }),
  'no prompt': ({ model, right, chance }) =>
    model.abilities.upscale ? null : { ...right, prompt: pick(chance, ['', ' ', '\n\t', '\u3000']) },
  'shots that are too short, or too long together': ({ model, right, chance }) => {
    if (!model.abilities.shots) return null
    const lengths = pick(chance, [[2], [5, 0], [16], [8, 8], [5, 5, 6]])
    return { ...right, prompt: lengths.map((seconds, at) => `Shot ${at + 1} (${seconds}s): Mist`).join('\n\n') }
  },
  'a prompt that is too long': ({ model, right, chance }) => ({ ...right, prompt: tooLong(model, chance) }),
  'a negative prompt that is too long': ({ model, right, chance }) => ({
    ...right,
    negativePrompt: tooLong(model, chance),
  }),
  'a field of another type': ({ right, chance }) => {
    const field = pick(chance, Object.keys(right))
    const odd = [7, -0.5, {}, ['720p'], true, 0n, undefined, Symbol('x'), new Date(0)]
    const wrong = pick(chance, odd)
    const isRight = (field === 'audio' && wrong === true) || (MAY_LACK.includes(field) && wrong === undefined)
    return { ...right, [field]: isRight ? 'yes' : wrong }
  },
  'a field nobody knows': ({ right, chance }) => ({
    ...right,
    [pick(chance, ['seed', 'model', 'consents', 'Prompt', 'video_url', ''])]: 1,
  }),
  'a field left out': ({ right, chance }) => {
    const field = pick(chance, without(Object.keys(right), MAY_LACK))
    return Object.fromEntries(Object.entries(right).filter(([name]) => name !== field))
  },
  ...WRONG_MEDIA,
}

const without = (all: readonly string[], some: readonly string[]) => all.filter((one) => !some.includes(one))

/** In UTF-16 units, of which a boat has two. */
function tooLong(model: SandboxModel, chance: Chance): string {
  const limit = constraintsOf(model).prompt_character_limit ?? 2500
  return pick(chance, [
    'x'.repeat(limit + 1),
    '🚣'.repeat(Math.floor(limit / 2) + 1),
    'Mist '.repeat(limit),
    'é'.repeat(limit * 2),
  ])
}
