import type { Chance } from '@/tests/faults/chance'
import type { SeedClip } from '@/tests/perf/seed/media'
import { makePrompt, name, pick, tagNames } from '@/tests/perf/seed/prompts'

type Kind = 'reserve' | 'charge' | 'release' | 'refund' | 'correction'

/** One generation as it may have come about. µUSD, ms since 1970. */
export interface SeedGeneration {
  id: string
  state: 'done' | 'failed' | 'lost' | 'rejected' | 'cancelled'
  model: { id: string; name: string }
  prompt: string
  negativePrompt: string
  resolution: string | null
  media: Record<string, unknown>
  upscaleFactor: number | null
  microUsd: number
  lines: [Kind, number][]
  clip: SeedClip | null
  projectId: string | null
  tags: string[]
  remark: string | null
  rating: number | null
  starred: boolean
  seen: boolean
  binned: boolean
  fromId: string | null
  createdAt: number
}

const MODELS: [string, string, number][] = [
  ['ltx-2-fast-text-to-video', 'LTX Video 2.3 Fast', 350_000],
  ['kling-o3-pro-image-to-video', 'Kling O3 Pro', 480_000],
  ['veo3.1-fast-text-to-video', 'Veo 3.1 Fast', 720_000],
  ['happyhorse-1-1-text-to-video', 'HappyHorse 1.1', 400_000],
  ['seedance-2-0-reference-to-video', 'Seedance 2.0', 300_000],
  ['longcat-text-to-video', 'Longcat Full Quality', 210_000],
  ['pixverse-v5-6-transition', 'PixVerse v5.6', 340_000],
  ['wan-2-6-text-to-video', 'Wan 2.6', 250_000],
  ['topaz-upscale', 'Topaz Video Upscaler', 120_000],
  ['runway-gen-5-edit', 'Runway Gen-5 Edit', 900_000],
]
const RESOLUTIONS = ['720p', '1080p', '480p', '4k']
const IMAGE = { kind: 'url', url: 'https://example.com/start.png', seconds: null }
const MINUTE = 60_000

/** The same ones for the same chance, the first made first; about one in twelve has no clip. */
export function* makeGenerations(
  chance: Chance,
  how: { count: number; until: number; clips: readonly SeedClip[]; projectIds: readonly string[] },
): Generator<SeedGeneration> {
  const latest: string[] = []
  let at = how.until - how.count * 7 * MINUTE
  for (let index = 0; index < how.count; index++) {
    at = Math.min(how.until, at + Math.floor(chance.next() * 14 * MINUTE))
    const made = makeOne(chance, how, at, latest)
    latest.push(made.id)
    if (latest.length > 200) latest.shift()
    yield made
  }
}

function makeOne(
  chance: Chance,
  { clips, projectIds }: { clips: readonly SeedClip[]; projectIds: readonly string[] },
  createdAt: number,
  latest: readonly string[],
): SeedGeneration {
  const [id, label, price] = pick(chance, MODELS)
  const microUsd = Math.round((price * (0.5 + chance.next())) / 10_000) * 10_000
  const state = stateFor(chance.next())
  const clip = state === 'done' ? pick(chance, clips, 1) : null
  const likely = (share: number) => chance.next() < share
  return {
    id: chance.uuid(),
    state,
    model: { id, name: label },
    prompt: makePrompt(chance),
    negativePrompt: likely(0.2) ? `blurry, extra fingers, ${pick(chance, ['text', 'logo', 'noise'])}` : '',
    resolution: id.includes('upscale') ? null : pick(chance, RESOLUTIONS),
    media: mediaFor(id),
    upscaleFactor: id.includes('upscale') ? 2 : null,
    microUsd,
    lines: linesFor(state, microUsd, chance.next()),
    clip,
    projectId: likely(0.7) ? pick(chance, projectIds) : null,
    tags: tagNames.filter((_, at) => likely(0.4 / (at + 2))),
    remark: likely(0.05) ? `Ask ${name(chance)} about the ending` : null,
    rating: likely(0.3) ? 1 + Math.floor(chance.next() * 5) : null,
    starred: likely(0.08),
    seen: likely(0.99),
    binned: likely(0.01),
    fromId: likely(0.2) && latest.length > 0 ? pick(chance, latest, 1) : null,
    createdAt,
  }
}

function stateFor(fate: number): SeedGeneration['state'] {
  if (fate < 0.92) return 'done'
  if (fate < 0.95) return 'failed'
  return fate < 0.96 ? 'lost' : fate < 0.99 ? 'rejected' : 'cancelled'
}

function linesFor(state: SeedGeneration['state'], microUsd: number, fate: number): SeedGeneration['lines'] {
  const reserve: [Kind, number] = ['reserve', microUsd]
  if (state === 'rejected' || state === 'cancelled') return [reserve, ['release', microUsd]]
  const charged: [Kind, number][] = [reserve, ['charge', microUsd]]
  if (state === 'failed') return [...charged, ['refund', microUsd]]
  return fate < 0.1 ? [...charged, ['correction', fate < 0.05 ? 20_000 : -10_000]] : charged
}

function mediaFor(modelId: string): Record<string, unknown> {
  if (modelId.includes('image')) return { startImage: IMAGE }
  if (modelId.includes('transition')) return { startImage: IMAGE, endImage: IMAGE }
  if (modelId.includes('reference')) return { referenceImages: [IMAGE] }
  return modelId.includes('edit') ? { sourceVideo: IMAGE } : {}
}
