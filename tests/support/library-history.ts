import * as fc from 'fast-check'
import type { Db } from '@/lib/db/client'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { STATES } from '@/lib/generations/state'

/** How many generations, files, tags and projects a history is about. */
const FEW = 6
const AT = new Date('2026-11-20T10:00:00Z')

const which = fc.nat({ max: FEW - 1 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const words = fc.constantFrom('', 'Fog', 'Été à la mer', '夜の運河', 'a "quoted" OR NOT', '🦊 fox')
const medium = { kind: 'url' as const, url: 'https://a.example/b.png', seconds: null }

const media = fc.constantFrom(
  NO_MEDIA,
  { ...NO_MEDIA, startImage: medium },
  { ...NO_MEDIA, startImage: medium, endImage: medium },
  { ...NO_MEDIA, sourceVideo: medium },
  { ...NO_MEDIA, referenceAudio: [medium] },
  { ...NO_MEDIA, referenceDocument: medium },
  { ...NO_MEDIA, elements: [{ frontal: medium, views: [], video: null }] },
  { ...NO_MEDIA, sceneImages: [medium] },
  { ...NO_MEDIA, keyframes: [{ image: medium, frame: 3 }] },
)

const input = fc.oneof(
  fc.constant({}),
  fc.record({
    negativePrompt: words,
    resolution: maybe(fc.constantFrom('720p', '4k')),
    upscaleFactor: maybe(fc.constant(2)),
    media,
  }),
)

const change = fc.record(
  {
    state: fc.constantFrom(...STATES),
    assetHash: maybe(which.map(hashOf)),
    projectId: maybe(which.map(String)),
    starredAt: maybe(fc.constant(AT)),
    rating: maybe(fc.integer({ min: 1, max: 5 })),
    seenAt: maybe(fc.constant(AT)),
    binnedAt: maybe(fc.constant(AT)),
    deletedAt: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(AT) }),
    remark: maybe(words),
    prompt: words,
    modelName: words,
    modelId: fc.constantFrom('m', 'n'),
    fromId: maybe(which.map(String)),
    accountId: fc.constantFrom('a', 'b'),
    input,
  },
  { requiredKeys: [] },
)

/** Anything that may be written to what the library is made from, by whatever code. */
export const event = fc.oneof(
  fc.record({ kind: fc.constant('generation' as const), which, change, transcript: fc.boolean() }),
  fc.record({
    kind: fc.constant('line' as const),
    which,
    entry: fc.constantFrom(
      'reserve' as const,
      'charge' as const,
      'release' as const,
      'refund' as const,
      'correction' as const,
    ),
    microUsd: fc.integer({ min: 0, max: 900_000 }),
    unknown: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('asset' as const),
    which,
    width: fc.constantFrom(0, 720, 1280),
    height: fc.constantFrom(720, 1280),
    durationMs: fc.constantFrom(0, 5041, 10_000),
    takenFromHash: maybe(which.map(hashOf)),
  }),
  fc.record({ kind: fc.constantFrom('use' as const, 'unuse' as const), which, other: which }),
  fc.record({ kind: fc.constantFrom('tag' as const, 'untag' as const), which, other: which }),
  fc.record({ kind: fc.constant('rename' as const), which, name: fc.constantFrom('Hero', 'ночь', 'B-Roll') }),
  fc.record({ kind: fc.constant('drop' as const), which }),
)
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never

function hashOf(which: number): string {
  return which.toString(16).repeat(64)
}

/** What a history is about, before anything happened: two accounts, projects and files. */
export async function begin(db: Db): Promise<void> {
  for (const id of ['a', 'b']) {
    await db.account.create({
      data: { id, baseUrl: `http://${id}`, keyFingerprint: id, sandbox: false, createdAt: AT },
    })
  }
  for (let which = 0; which < FEW; which++) {
    await db.project.create({ data: { id: String(which), accountId: 'a', name: `Project ${which}`, createdAt: AT } })
    const sizes = { bytes: 10n, width: 1280, height: 720, durationMs: 5000, hasAudio: which % 2 === 0 }
    await db.asset.create({ data: { hash: hashOf(which), mime: 'video/mp4', createdAt: AT, ...sizes } })
  }
}

/** Lets one thing happen; what can't (a tag twice, a use of nothing) does not. */
export async function happen(db: Db, of: Event): Promise<void> {
  const id = String(of.which)
  if (of.kind !== 'asset' && of.kind !== 'rename' && of.kind !== 'drop') await needGeneration(db, id)
  switch (of.kind) {
    case 'generation': {
      const { fromId, input, ...rest } = of.change
      if (fromId) await needGeneration(db, fromId)
      const from = fromId === undefined ? {} : { fromId }
      const asked = input === undefined ? {} : { input: JSON.parse(JSON.stringify(input)) }
      await db.generation.update({ where: { id }, data: { ...rest, ...from, ...asked, version: { increment: 1 } } })
      if (of.transcript) await db.generation.create({ data: rowOf(crypto.randomUUID(), 'transcript') })
      return
    }
    case 'line': {
      const number = 1 + (await db.ledgerEntry.count({ where: { generationId: id } }))
      const amount = { microUsd: of.unknown ? 0n : BigInt(of.microUsd), unknown: of.unknown }
      await db.ledgerEntry.create({
        data: { accountId: 'a', generationId: id, kind: of.entry, number, at: AT, ...amount },
      })
      return
    }
    case 'asset': {
      const { width, height, durationMs, takenFromHash } = of
      await db.asset.update({ where: { hash: hashOf(of.which) }, data: { width, height, durationMs, takenFromHash } })
      return
    }
    case 'use':
    case 'unuse': {
      const use = { generationId: id, assetHash: hashOf(of.other) }
      await db.assetUse.deleteMany({ where: use })
      if (of.kind === 'use') await db.assetUse.create({ data: use })
      return
    }
    case 'tag':
    case 'untag': {
      const use = { generationId: id, tagId: String(of.other) }
      await db.tag.upsert({
        where: { id: use.tagId },
        create: { id: use.tagId, accountId: 'a', name: `Tag ${of.other}`, key: `tag ${of.other}` },
        update: {},
      })
      await db.generationTag.deleteMany({ where: use })
      if (of.kind === 'tag') await db.generationTag.create({ data: use })
      return
    }
    case 'rename': {
      const name = `${of.name} ${of.which}`
      await db.tag.updateMany({ where: { id }, data: { name, key: name.toLowerCase() } })
      return
    }
    case 'drop':
      await db.tag.deleteMany({ where: { id } })
  }
}

async function needGeneration(db: Db, id: string): Promise<void> {
  if ((await db.generation.count({ where: { id } })) === 0) await db.generation.create({ data: rowOf(id, 'video') })
}

const rowOf = (id: string, kind: 'video' | 'transcript') => ({
  ...{ id, kind, accountId: 'a', state: 'waiting' as const, modelId: 'm', modelName: 'Model', prompt: 'Mooring poles' },
  ...{ input: {}, request: {}, quoteMicroUsd: 1n, quotedAt: AT, quoteInputs: {}, day: '2026-11-20', position: 0n },
  ...{ dueAt: AT, createdAt: AT },
})
