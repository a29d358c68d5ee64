import 'server-only'
import type { Db } from '@/lib/db/client'
import { inParts } from '@/lib/db/in-pages'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type GenerationInput, inputShape } from '@/lib/generations/input'
import { placedMedia } from '@/lib/generations/media-input'
import type { Relation } from '@/lib/library/lineage-view'

const KIN = {
  id: true,
  accountId: true,
  fromId: true,
  assetHash: true,
  createdAt: true,
  deletedAt: true,
  binnedAt: true,
  state: true,
  prompt: true,
  modelName: true,
  input: true,
} satisfies Prisma.GenerationSelect

/** A generation as far as its lineage is concerned. */
export type Kin = Omit<Prisma.GenerationGetPayload<{ select: typeof KIN }>, 'input'> & {
  /** null where the row holds none that can be read. */
  input: GenerationInput | null
}

/** What a generation was made from. */
export type Source = { kind: 'clip'; of: Kin; relation: Relation } | { kind: 'upload'; hash: string }

/** Generations of clips. @param where which ones; at most `take` of them, the oldest first */
export async function findKin(db: Db, where: Prisma.GenerationWhereInput, take?: number): Promise<Kin[]> {
  const rows = await db.generation.findMany({
    where: { ...where, kind: 'video' },
    select: KIN,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    ...(take === undefined ? {} : { take }),
  })
  return rows.map((row) => ({ ...row, input: inputShape.safeParse(row.input).data ?? null }))
}

/**
 * What each of these was made from, what shaped it most first. A clip is known by its hash, and two generations may
 * have made the same bytes: the one it says it is from is meant, else the latest before it.
 */
export async function sourcesOf(db: Db, kin: readonly Kin[]): Promise<Map<string, Source[]>> {
  const used = kin.flatMap(({ input }) => [...usesOf(input).keys()])
  const files = await inParts(used, (part) =>
    db.asset.findMany({ where: { hash: { in: part } }, select: { hash: true, takenFromHash: true } }),
  )
  const takenFrom = new Map(files.flatMap(({ hash, takenFromHash }) => (takenFromHash ? [[hash, takenFromHash]] : [])))
  const named = kin.flatMap(({ fromId }) => fromId ?? [])
  const makers = [
    ...(await inParts(named, (part) => findKin(db, { id: { in: part } }))),
    ...(await inParts([...used, ...takenFrom.values()], (part) => findKin(db, { assetHash: { in: part } }))),
  ]
  return new Map(kin.map((one) => [one.id, sourcesFrom(one, makers, takenFrom)]))
}

const RANK: Relation[] = ['continued', 'upscaled', 'edited', 'take', 'again', 'reference', 'frame']

function sourcesFrom(one: Kin, makers: readonly Kin[], takenFrom: ReadonlyMap<string, string>): Source[] {
  const clips = new Map<string, Extract<Source, { kind: 'clip' }>>()
  const uploads: Source[] = []
  const add = (of: Kin, relation: Relation) => {
    const known = clips.get(of.id)
    if (!known || RANK.indexOf(relation) < RANK.indexOf(known.relation))
      clips.set(of.id, { kind: 'clip', of, relation })
  }
  const from = makers.find(({ id, accountId }) => id === one.fromId && accountId === one.accountId)
  if (from) add(from, sameInput(from, one) ? 'take' : 'again')
  for (const [hash, name] of usesOf(one.input)) {
    // What is made once more has the same media: it comes from that take, not again from what that one came from.
    if (from && usesOf(from.input).has(hash)) continue
    const frameOf = takenFrom.get(hash)
    const maker = makerOf(frameOf ?? hash, one, makers)
    if (maker) add(maker, relationOf(name, frameOf !== undefined, one))
    else uploads.push({ kind: 'upload', hash })
  }
  const byRank = [...clips.values()].sort((a, b) => RANK.indexOf(a.relation) - RANK.indexOf(b.relation))
  return [...byRank, ...uploads]
}

function makerOf(hash: string, { id, accountId, fromId, createdAt }: Kin, makers: readonly Kin[]): Kin | undefined {
  const able = makers.filter((maker) => maker.assetHash === hash && maker.accountId === accountId && maker.id !== id)
  const before = able.filter((maker) => maker.createdAt <= createdAt)
  return (
    able.find((maker) => maker.id === fromId) ?? before.findLast(({ deletedAt }) => deletedAt === null) ?? before.at(-1)
  )
}

function relationOf(name: string, isFrame: boolean, { input }: Kin): Relation {
  if (isFrame) return name === 'startImage' ? 'continued' : 'frame'
  if (name !== 'sourceVideo') return 'reference'
  return input?.upscaleFactor == null ? 'edited' : 'upscaled'
}

/** The hashes of the files an input uses, each with the first field it stands in. */
function usesOf(input: GenerationInput | null): Map<string, string> {
  const uses = new Map<string, string>()
  for (const { path, medium } of input ? placedMedia(input.media) : []) {
    if (medium.kind === 'asset' && !uses.has(medium.hash)) uses.set(medium.hash, String(path[0]))
  }
  return uses
}

const sameInput = (one: Kin, other: Kin) =>
  one.input !== null && JSON.stringify(one.input) === JSON.stringify(other.input)
