import 'server-only'
import type { Db } from '@/lib/db/client'
import { findKin, type Kin, type Source, sourcesOf } from '@/lib/library/kin'
import type { Relation } from '@/lib/library/lineage-view'

/** A generation and how it came from the one it is listed under. */
export interface Child {
  of: Kin
  relation: Relation | null
}

/** More children than that at once are neither drawn nor counted one by one. */
const MOST_CHILDREN = 400
/** Takes of takes are takes of the first, so far down. */
const TAKES_DEEP = 4

/** What was made of each of these, the oldest first: by their settings, with their clips, or with frames of them. */
export async function childrenOf(db: Db, parents: readonly Kin[]): Promise<Map<string, Child[]>> {
  const children = await directChildrenOf(db, parents)
  for (const parent of parents) {
    const own = children.get(parent.id) ?? []
    const known = new Set([parent.id, ...own.map(({ of }) => of.id)])
    let takes = takesIn(own)
    for (let deep = 0; deep < TAKES_DEEP && takes.length > 0; deep += 1) {
      const next = [...(await directChildrenOf(db, takes)).values()].flat().filter(({ of }) => !known.has(of.id))
      const further = next.filter(({ relation }) => relation === 'take')
      for (const child of further) known.add(child.of.id)
      own.push(...further)
      takes = takesIn(further)
    }
    own.sort((a, b) => a.of.createdAt.getTime() - b.of.createdAt.getTime())
    children.set(parent.id, own)
  }
  return children
}

const takesIn = (children: readonly Child[]) =>
  children.filter(({ relation }) => relation === 'take').map(({ of }) => of)

async function directChildrenOf(db: Db, parents: readonly Kin[]): Promise<Map<string, Child[]>> {
  const [first] = parents
  if (!first) return new Map()
  const ids = parents.map(({ id }) => id)
  const hashes = parents.flatMap(({ assetHash }) => assetHash ?? [])
  const frames = await db.asset.findMany({
    where: { takenFromHash: { in: hashes } },
    select: { hash: true },
    take: MOST_CHILDREN,
  })
  const media = [...hashes, ...frames.map(({ hash }) => hash)]
  const found = await findKin(
    db,
    {
      accountId: first.accountId,
      deletedAt: null,
      OR: [{ fromId: { in: ids } }, { uses: { some: { assetHash: { in: media } } } }],
    },
    MOST_CHILDREN,
  )
  const sources = await sourcesOf(db, found)
  const children = new Map<string, Child[]>()
  for (const of of found) {
    const source = sources.get(of.id)?.find((one) => isClip(one) && ids.includes(one.of.id))
    if (!source || !isClip(source) || source.of.id === of.id) continue
    children.set(source.of.id, [...(children.get(source.of.id) ?? []), { of, relation: source.relation }])
  }
  return children
}

/** What was made from an uploaded file and from no clip, the oldest first. */
export async function madeFromUpload(db: Db, hash: string, accountId: string): Promise<Kin[]> {
  const found = await findKin(db, { accountId, deletedAt: null, uses: { some: { assetHash: hash } } }, MOST_CHILDREN)
  const sources = await sourcesOf(db, found)
  return found.filter(({ id }) => !sources.get(id)?.some(isClip))
}

/** The generations a clip comes from, the nearest first, so far up; takes of takes come from the first. */
export interface Line {
  above: { of: Kin; relation: Relation }[]
  /** The file the first of them, or the clip itself, was made from; null where it was none. */
  upload: string | null
  goesBack: boolean
}

const LEVELS_UP = 4

/** Follows what shaped it most, from a clip back to where it began. */
export async function lineOf(db: Db, clip: Kin): Promise<Line> {
  const above: Line['above'] = []
  const seen = new Set([clip.id])
  for (let at = clip; ; ) {
    const sources = (await sourcesOf(db, [at])).get(at.id) ?? []
    const source = sources.filter(isClip).find(({ of }) => !seen.has(of.id))
    if (!source) return { above: withoutTakesBetween(above), upload: uploadIn(sources), goesBack: false }
    if (above.length === LEVELS_UP) return { above: withoutTakesBetween(above), upload: null, goesBack: true }
    above.push(source)
    seen.add(source.of.id)
    at = source.of
  }
}

/** A take of a take is a take of the first one. */
const withoutTakesBetween = (above: Line['above']) =>
  above.filter(({ relation }, at) => !(relation === 'take' && above[at + 1]?.relation === 'take'))

const uploadIn = (sources: readonly Source[]) =>
  sources.flatMap((source) => (source.kind === 'upload' ? [source.hash] : []))[0] ?? null

const isClip = (source: Source) => source.kind === 'clip'
