import type { Db } from '@/lib/db/client'
import type { GenerationState, LedgerKind } from '@/lib/generated/prisma/enums'
import { shiftDay } from '@/lib/money/day'
import { committed, standingOf } from '@/lib/money/standing'

/** One generation as it is put into the books, with the ledger its state stands for. */
export interface SeedGeneration {
  id: string
  day: string
  modelId: string
  modelName: string
  state: GenerationState
  quoteMicroUsd: number
  lines: { kind: LedgerKind; microUsd: number; basis: string }[]
  projectId?: string | null
  prompt?: string
  refund?: string | null
  starred?: boolean
  /** Length of its clip, ms; left out: it has none. */
  clipMs?: number
  billed?: { amountMicro: number; currency: string }
  /** ms since 1970; left out: noon of its day. */
  at?: number
}

const MODELS = [
  ['ltx-2-fast-text-to-video', 'LTX Video 2.3 Fast', 350_000],
  ['kling-o3-pro-text-to-video', 'Kling O3 Pro', 480_000],
  ['veo3.1-fast-text-to-video', 'Veo 3.1 Fast', 720_000],
  ['happyhorse-1-1-text-to-video', 'HappyHorse 1.1', 400_000],
  ['seedance-2-0-text-to-video', 'Seedance 2.0', 300_000],
  ['longcat-text-to-video', 'Longcat Full Quality', 210_000],
  ['pixverse-v5-6-text-to-video', 'PixVerse v5.6', 340_000],
] as const

const PROMPTS = [
  'Mooring poles at dusk, slow push in at water level',
  'Lamps come on along the canal, one by one',
  'Lighthouse beam sweeps through sea fog, one full turn',
  'Rain on the vaporetto window, lights beyond',
  'Gather of glass turning in the heat of the furnace',
  'First light on the Dolomites',
  'Diver under the moored hulls',
] as const

/** Many days of work, the same for the same seed: mostly ready clips, some refunds, corrections, failures and losses. */
export function manyDays(options: { today: string; days: number; perDay: number; seed?: number }): SeedGeneration[] {
  const chance = dice(options.seed ?? 7)
  const all: SeedGeneration[] = []
  for (let back = options.days - 1; back >= 0; back--) {
    const day = shiftDay(options.today, -back)
    const count = Math.round(options.perDay * (0.2 + 1.6 * chance()))
    for (let index = 0; index < count; index++) all.push(oneOf(day, all.length, chance))
  }
  return all
}

function oneOf(day: string, index: number, chance: () => number): SeedGeneration {
  const [modelId, modelName, quoteMicroUsd] = MODELS[Math.floor(chance() ** 1.6 * MODELS.length)] ?? MODELS[0]
  const id = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
  const minute = Math.floor(chance() * 14 * 60)
  const base = {
    id,
    day,
    modelId,
    modelName,
    quoteMicroUsd,
    prompt: PROMPTS[index % PROMPTS.length] ?? '',
    at: Date.parse(`${day}T08:00:00Z`) + minute * 60_000,
  }
  const reserve = { kind: 'reserve', microUsd: quoteMicroUsd, basis: 'press' } as const
  const charge = { kind: 'charge', microUsd: quoteMicroUsd, basis: 'quote' } as const
  const fate = chance()
  if (fate < 0.03) return { ...base, state: 'lost', lines: [reserve, charge] }
  if (fate < 0.06)
    return {
      ...base,
      state: 'failed',
      refund: 'yes',
      lines: [reserve, charge, { kind: 'refund', microUsd: quoteMicroUsd, basis: 'answer' }],
    }
  if (fate < 0.08)
    return {
      ...base,
      state: 'rejected',
      lines: [reserve, { kind: 'release', microUsd: quoteMicroUsd, basis: 'answer' }],
    }
  const clip = { state: 'done', clipMs: 5000 + 1000 * Math.floor(chance() * 4), starred: chance() < 0.1 } as const
  if (fate < 0.13) {
    const more = chance() < 0.5 ? 20_000 : -10_000
    return {
      ...base,
      ...clip,
      lines: [reserve, charge, { kind: 'correction', microUsd: more, basis: 'history' }],
      billed: { amountMicro: -(quoteMicroUsd + more), currency: 'USD' },
    }
  }
  const billed = fate < 0.6 ? { billed: { amountMicro: -quoteMicroUsd, currency: 'USD' } } : {}
  return { ...base, ...clip, ...billed, lines: [reserve, charge] }
}

/** Puts generations with their ledger, tallies, clips and usage entries into the books of an account. */
export async function seedSpending(db: Db, accountId: string, seeds: readonly SeedGeneration[]): Promise<void> {
  const assets = seeds.flatMap((seed) => (seed.clipMs === undefined ? [] : [assetOf(seed, seed.clipMs)]))
  for (const part of parts(assets)) await db.asset.createMany({ data: part })
  for (const part of parts(seeds)) await db.generation.createMany({ data: part.map((seed) => rowOf(accountId, seed)) })
  const lines = seeds.flatMap((seed) => linesOf(accountId, seed)).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const part of parts(lines)) await db.ledgerEntry.createMany({ data: part })
  const usage = seeds.flatMap((seed) => (seed.billed ? [usageOf(accountId, seed, seed.billed)] : []))
  for (const part of parts(usage)) await db.usageEntry.createMany({ data: part })
  await db.spendTally.createMany({ data: talliesOf(accountId, seeds) })
}

function rowOf(accountId: string, seed: SeedGeneration) {
  const at = new Date(atOf(seed))
  const prompt = seed.prompt ?? ''
  return {
    id: seed.id,
    accountId,
    state: seed.state,
    modelId: seed.modelId,
    modelName: seed.modelName,
    prompt,
    input: {
      modelId: seed.modelId,
      prompt,
      negativePrompt: '',
      duration: '5s',
      resolution: null,
      aspectRatio: null,
      audio: null,
      upscaleFactor: null,
    },
    request: {},
    quoteMicroUsd: BigInt(seed.quoteMicroUsd),
    quotedAt: at,
    quoteInputs: {},
    projectId: seed.projectId ?? null,
    day: seed.day,
    position: BigInt(at.getTime()),
    // Never due: the engine leaves what was seeded alone.
    dueAt: new Date(8.64e15),
    createdAt: at,
    sentAt: at,
    refund: seed.refund ?? null,
    starredAt: seed.starred ? at : null,
    assetHash: seed.clipMs === undefined ? null : hashOf(seed),
  }
}

const linesOf = (accountId: string, seed: SeedGeneration) =>
  seed.lines.map(({ kind, microUsd, basis }, index) => ({
    accountId,
    generationId: seed.id,
    kind,
    number: seed.lines.slice(0, index).filter((line) => line.kind === kind).length + 1,
    microUsd: BigInt(microUsd),
    at: new Date(atOf(seed) + index * 1000),
    evidence: { basis },
  }))

const usageOf = (accountId: string, seed: SeedGeneration, billed: { amountMicro: number; currency: string }) => ({
  accountId,
  identity: seed.id,
  sku: `${seed.modelId}-video-unit`,
  amountMicro: BigInt(billed.amountMicro),
  currency: billed.currency,
  at: new Date(atOf(seed)),
  body: {},
  generationId: seed.id,
  role: 'charge' as const,
})

const assetOf = (seed: SeedGeneration, durationMs: number) => ({
  hash: hashOf(seed),
  mime: 'video/mp4',
  bytes: 1_000_000n,
  width: 1280,
  height: 720,
  durationMs,
  hasAudio: false,
  createdAt: new Date(atOf(seed)),
})

function talliesOf(accountId: string, seeds: readonly SeedGeneration[]) {
  const sums = new Map<string, number>()
  for (const seed of seeds) {
    const microUsd = committed(standingOf(seed.lines))
    const keys = seed.projectId ? [`day ${seed.day}`, `project ${seed.projectId}`] : [`day ${seed.day}`]
    for (const key of keys) sums.set(key, (sums.get(key) ?? 0) + microUsd)
  }
  return [...sums].map(([name, microUsd]) => {
    const [scope = '', key = ''] = name.split(' ')
    return {
      accountId,
      scope: scope === 'day' ? ('day' as const) : ('project' as const),
      key,
      microUsd: BigInt(microUsd),
    }
  })
}

const atOf = (seed: SeedGeneration) => seed.at ?? Date.parse(`${seed.day}T12:00:00Z`)

const hashOf = (seed: SeedGeneration) => seed.id.replaceAll('-', '').padStart(64, '0')

const parts = <T>(list: readonly T[], size = 200): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size))

/** Numbers in [0, 1), the same for the same seed (a linear congruence, as in Numerical Recipes). */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
