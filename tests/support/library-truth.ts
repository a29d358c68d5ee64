import type { Db } from '@/lib/db/client'
import type { GenerationInput } from '@/lib/generations/input'
import type { LibraryQuery, LibrarySort } from '@/lib/library/library-query'
import { dayOf } from '@/lib/money/day'
import { standingOf } from '@/lib/money/standing'

/** A generation of the library as its own rows say, read without anything that is kept for the library. */
export type Truth = Awaited<ReturnType<typeof readTruth>>[number]

/** Everything a library of these accounts may show, worked out in plain code. */
export async function readTruth(db: Db) {
  const [rows, uses, assets] = await Promise.all([
    db.generation.findMany({
      include: { asset: true, ledger: { orderBy: { id: 'asc' } }, tags: { include: { tag: true } }, entry: true },
    }),
    db.assetUse.findMany(),
    db.asset.findMany(),
  ])
  const takenFrom = new Map(assets.map((asset) => [asset.hash, asset.takenFromHash]))
  const alive = new Set(rows.filter((row) => row.deletedAt === null).map((row) => row.id))
  const childrenOf = (id: string, hash: string | null) => {
    const made = uses.filter((use) => hash !== null && [use.assetHash, takenFrom.get(use.assetHash)].includes(hash))
    const onward = rows.filter((row) => row.fromId === id)
    return new Set(
      [...made.map((use) => use.generationId), ...onward.map((row) => row.id)].filter(
        (one) => one !== id && alive.has(one),
      ),
    ).size
  }
  return rows
    .filter((row) => row.kind === 'video' && row.deletedAt === null)
    .map((row) => {
      const input = row.input as unknown as Partial<GenerationInput>
      const lines = row.ledger.map((line) => ({ ...line, microUsd: Number(line.microUsd) }))
      const { charged, refunded, unknown } = standingOf(lines)
      const isCharged = lines.some((line) => line.kind === 'charge') && unknown !== 'charged'
      const chargedMicroUsd = isCharged ? charged - refunded : null
      const clip = row.asset
      return {
        id: row.id,
        entryId: row.entry?.id ?? -1,
        accountId: row.accountId,
        at: row.createdAt.getTime(),
        state: row.state,
        modelId: row.modelId,
        way: wayOf(input),
        projectId: row.projectId,
        tags: row.tags.map(({ tag }) => tag.key).sort(),
        starred: row.starredAt !== null,
        rating: row.rating,
        seen: row.seenAt !== null,
        binned: row.binnedAt !== null,
        here: clip !== null,
        bytes: clip ? Number(clip.bytes) : null,
        durationMs: clip?.durationMs ?? null,
        hasAudio: clip?.hasAudio ?? null,
        shape: clip && clip.width > 0 ? shapeOf(clip.width, clip.height) : null,
        resolution: input.resolution ?? (clip && clip.width > 0 ? `${Math.min(clip.width, clip.height)}p` : null),
        chargedMicroUsd,
        rateMicroUsd:
          chargedMicroUsd !== null && clip && clip.durationMs > 0
            ? Math.trunc((chargedMicroUsd * 1000) / clip.durationMs)
            : null,
        children: childrenOf(row.id, row.assetHash),
        texts: [
          row.prompt,
          input.negativePrompt ?? '',
          row.remark ?? '',
          ...row.tags.map(({ tag }) => tag.name),
          row.modelName,
        ],
      }
    })
}

const shapeOf = (width: number, height: number) =>
  width > height ? 'landscape' : width < height ? 'portrait' : 'square'

function wayOf({ upscaleFactor, media }: Partial<GenerationInput>): string {
  if (upscaleFactor !== undefined && upscaleFactor !== null) return 'upscale'
  if (!media) return 'text'
  if (media.sourceVideo) return 'video'
  const lists = [media.referenceImages, media.referenceVideos, media.referenceAudio, media.elements, media.sceneImages]
  if (media.referenceDocument || lists.some((list) => (list ?? []).length > 0)) return 'reference'
  if (media.endImage) return 'transition'
  return media.startImage || (media.keyframes ?? []).length > 0 ? 'image' : 'text'
}

/** Letters without case and accents. */
const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')

/** Whether a query shows it: a plain filter of everything. @param parts of the project that is asked for, itself too */
export function isShown(one: Truth, query: LibraryQuery, parts: readonly string[], timeZone: string | null): boolean {
  const { length, price } = query
  const state = one.state === 'stored' ? 'done' : one.state
  const within = (value: number | null, range: { from: number | null; to: number | null } | null, slack = 0) =>
    !range ||
    (value !== null &&
      (range.from === null || value >= range.from - slack) &&
      (range.to === null || value <= range.to + slack))
  const oneOf = <T>(values: readonly T[], value: T) => values.length === 0 || values.includes(value)
  return (
    one.binned === query.bin &&
    (query.bin || query.states.length > 0 || one.here) &&
    oneOf(query.states as string[], state) &&
    query.text
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => one.texts.some((text) => folded(text).includes(folded(word)))) &&
    oneOf(query.models, one.modelId) &&
    oneOf(query.ways as string[], one.way) &&
    oneOf(query.resolutions, one.resolution ?? '') &&
    (!query.starred || one.starred) &&
    (query.rating === null || (one.rating ?? 0) >= query.rating) &&
    within(one.durationMs === null ? null : one.durationMs / 1000, length, 0.25) &&
    within(one.chargedMicroUsd, price) &&
    (query.shape === null || one.shape === query.shape) &&
    (query.sound === null || one.hasAudio === query.sound) &&
    (query.project === null ||
      (query.project === 'none' ? one.projectId === null : parts.includes(one.projectId ?? ''))) &&
    query.tags.every((tag) => one.tags.includes(tag.toLowerCase())) &&
    (query.from === null || dayOf(one.at, timeZone) >= query.from) &&
    (query.to === null || dayOf(one.at, timeZone) <= query.to) &&
    (!query.hasChildren || one.children > 0)
  )
}

const KEYS: Record<Exclude<LibrarySort, 'best'>, (one: Truth) => number> = {
  newest: () => 0,
  oldest: () => 0,
  price: (one) => one.chargedMicroUsd ?? Number.NEGATIVE_INFINITY,
  cheap: (one) => -(one.chargedMicroUsd ?? Number.POSITIVE_INFINITY),
  rate: (one) => -(one.rateMicroUsd ?? Number.POSITIVE_INFINITY),
  rating: (one) => one.rating ?? 0,
}

/** In the order that is asked for; what is equal in it by date, the newest first. */
export function sorted(all: readonly Truth[], sort: Exclude<LibrarySort, 'best'>): Truth[] {
  const key = KEYS[sort]
  const down = [...all].sort((a, b) => compare(key(b), key(a)) || b.at - a.at || b.entryId - a.entryId)
  return sort === 'oldest' ? down.reverse() : down
}

const compare = (a: number, b: number) => (a === b ? 0 : a - b)
