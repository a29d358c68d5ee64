import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { foldTag } from '@/lib/library/tag-name'
import type { SeedGeneration } from '@/tests/perf/seed/generations'
import type { SeedClip } from '@/tests/perf/seed/media'

/** Rows of one commit: a few thousand cost little memory, and as good as no waiting for the disk. */
const COMMIT = 5000

/** Writes projects, some of them parts of others. */
export function writeProjects(
  db: Database.Database,
  accountId: string,
  names: readonly string[],
  at: number,
): string[] {
  const insert = db.prepare('INSERT INTO "Project" (id, accountId, name, createdAt, parentId) VALUES (?, ?, ?, ?, ?)')
  const ids: string[] = []
  for (const [index, name] of names.entries()) {
    const id = randomUUID()
    insert.run(id, accountId, name, at, index % 3 === 0 ? null : (ids[index - 1] ?? null))
    ids.push(id)
  }
  return ids
}

export function writeClips(db: Database.Database, clips: readonly SeedClip[], at: number): void {
  const asset = db.prepare(
    'INSERT INTO "Asset" (hash, mime, bytes, width, height, durationMs, fps, hasAudio, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const derivative = db.prepare(
    'INSERT INTO "Derivative" (assetHash, kind, mime, bytes, width, height, madeBy, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  for (const { hash, bytes, width, height, durationMs, hasAudio, poster, preview } of clips) {
    asset.run(hash, 'video/mp4', bytes, width, height, durationMs, 2, Number(hasAudio), at)
    derivative.run(hash, 'poster', 'image/webp', poster.bytes, poster.width, poster.height, 'sharp', at)
    derivative.run(hash, 'preview', 'video/mp4', preview.bytes, preview.width, preview.height, 'ffmpeg', at)
  }
}

/** Writes generations with their ledger and tags, and what they come to for each day and project. */
export function writeGenerations(db: Database.Database, accountId: string, all: Iterable<SeedGeneration>): void {
  const write = writerFor(db, accountId)
  const tallies = new Map<string, number>()
  let part: SeedGeneration[] = []
  const commit = () => {
    db.transaction(() => {
      // The lines and tags of a generation go first: then its entry in the library is written once.
      db.pragma('defer_foreign_keys = ON')
      for (const one of part) write(one)
    })()
    part = []
  }
  for (const one of all) {
    part.push(one)
    for (const key of [`day ${dayOf(one)}`, ...(one.projectId ? [`project ${one.projectId}`] : [])]) {
      tallies.set(key, (tallies.get(key) ?? 0) + committedOf(one))
    }
    if (part.length === COMMIT) commit()
  }
  commit()
  const tally = db.prepare('INSERT INTO "SpendTally" (accountId, scope, key, microUsd) VALUES (?, ?, ?, ?)')
  db.transaction(() => {
    for (const [key, microUsd] of tallies) tally.run(accountId, ...key.split(' '), microUsd)
  })()
}

function writerFor(db: Database.Database, accountId: string) {
  const tagIds = new Map<string, string>()
  const tag = db.prepare('INSERT INTO "Tag" (id, accountId, name, key) VALUES (?, ?, ?, ?)')
  const tagId = (name: string) => {
    const id = tagIds.get(name) ?? randomUUID()
    if (!tagIds.has(name)) tag.run(id, accountId, name, foldTag(name))
    tagIds.set(name, id)
    return id
  }
  const tagged = db.prepare('INSERT INTO "GenerationTag" (generationId, tagId) VALUES (?, ?)')
  const line = db.prepare(
    `INSERT INTO "LedgerEntry" (accountId, generationId, kind, microUsd, at, evidence) VALUES (?, ?, ?, ?, ?, '{"basis":"quote"}')`,
  )
  const generation =
    db.prepare(`INSERT INTO "Generation" (id, accountId, state, modelId, modelName, prompt, input, request,
    quoteMicroUsd, quotedAt, quoteInputs, dueAt, createdAt, sentAt, acceptedAt, storedAt, endedAt, remoteDeletedAt, day, position,
    assetHash, projectId, remark, rating, starredAt, seenAt, binnedAt, fromId, refund)
    VALUES (@id, @accountId, @state, @modelId, @modelName, @prompt, @input, '{}', @microUsd, @at, '{}', @never, @at, @at, @at,
    @storedAt, @at, @at, @day, @at, @assetHash, @projectId, @remark, @rating, @starredAt, @seenAt, @binnedAt, @fromId, @refund)`)
  return (one: SeedGeneration) => {
    for (const [index, [kind, microUsd]] of one.lines.entries())
      line.run(accountId, one.id, kind, microUsd, one.createdAt + index)
    for (const name of one.tags) tagged.run(one.id, tagId(name))
    generation.run(rowOf(one, accountId))
  }
}

function rowOf(one: SeedGeneration, accountId: string) {
  const at = one.createdAt
  const { clip, microUsd, model, prompt, negativePrompt, resolution, upscaleFactor } = one
  const input = {
    ...{ modelId: model.id, prompt, negativePrompt, duration: '5s', resolution, aspectRatio: null, audio: null },
    ...{ upscaleFactor, media: { ...NO_MEDIA, ...one.media } },
  }
  return {
    ...{ id: one.id, accountId, state: one.state, prompt, microUsd, at, day: dayOf(one) },
    ...{ modelId: model.id, modelName: model.name, input: JSON.stringify(input) },
    // Never due: the engine leaves what was seeded alone.
    never: 8.64e15,
    storedAt: clip ? at + 60_000 : null,
    assetHash: clip?.hash ?? null,
    ...{ projectId: one.projectId, remark: one.remark, rating: one.rating, fromId: one.fromId },
    starredAt: one.starred ? at : null,
    seenAt: clip && one.seen ? at + 90_000 : null,
    binnedAt: one.binned ? at + 120_000 : null,
    refund: one.state === 'failed' ? 'yes' : null,
  }
}

const dayOf = ({ createdAt }: SeedGeneration) => new Date(createdAt).toISOString().slice(0, 10)

function committedOf({ lines }: SeedGeneration): number {
  const signs = { reserve: 1, charge: 0, release: -1, refund: -1, correction: 1 }
  return lines.reduce((sum, [kind, microUsd]) => sum + signs[kind] * microUsd, 0)
}
