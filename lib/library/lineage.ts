import 'server-only'
import { type Db, studioDb } from '@/lib/db/client'
import { type Child, childrenOf, lineOf, madeFromUpload } from '@/lib/library/family'
import { findKin, type Kin, type Source, sourcesOf } from '@/lib/library/kin'
import { allIn, type Branch, drawBesides, drawTree, type Family, isCutOff, sumOf } from '@/lib/library/lineage-draw'
import { factsOf, uploadsOf } from '@/lib/library/lineage-facts'
import type { Lineage } from '@/lib/library/lineage-view'

/** How many of what was made from a clip are drawn: of the one that is looked at, and of each of those. */
const SHOWN = { own: 6, others: 3 }
const LEVELS_DOWN = 4
/** What it was made from besides what it stands under: so many are drawn. */
const BESIDES = 3

/** Where a clip comes from and what was made of it, or null when there is none with this id or it was deleted. */
export async function readLineage(id: string): Promise<Lineage | null> {
  const db = await studioDb()
  const [clip] = await findKin(db, { id, deletedAt: null })
  if (!clip) return null
  const family = await familyOf(db, clip)
  const { own, siblings, above, upload, besides, goesBack } = family
  const shaping = [...siblings, ...above, ...besides.filter((source) => source.kind === 'clip')]
  const kin = [...allIn(own), ...shaping.map(({ of }) => of)]
  const brought = [...(upload === null ? [] : [upload]), ...besides.flatMap(uploadIn)]
  const [facts, files] = await Promise.all([factsOf(db, kin), uploadsOf(db, brought)])
  const known = { facts, files }
  return {
    root: drawTree(family, known),
    besides: drawBesides(besides.slice(0, BESIDES), known),
    besidesMore: Math.max(0, besides.length - BESIDES),
    goesBack,
    total: {
      uploads: files.size,
      clips: facts.size,
      chargedMicroUsd: sumOf(facts.keys(), facts),
      more: goesBack || isCutOff(own, facts),
    },
  }
}

async function familyOf(db: Db, clip: Kin): Promise<Family> {
  const line = await lineOf(db, clip)
  const nearest = line.above[0] ?? null
  const parent = nearest?.of ?? null
  const beside = (await siblingsOf(db, clip, parent, line.upload)).filter(({ of }) => of.id !== clip.id)
  // Takes of a take stand beside it; whatever else comes from both stands under the nearer one.
  const takes = beside.filter(({ relation }) => relation === 'take')
  const elsewhere = new Set([clip, ...[...line.above, ...takes].map(({ of }) => of)].map(({ id }) => id))
  const trunk = { of: clip, relation: nearest?.relation ?? null, children: [], hidden: [], unread: false }
  const own = await grow(db, trunk, elsewhere)
  const grown = new Set(allIn(own).map(({ id }) => id))
  return {
    ...line,
    own,
    siblings: beside.filter(({ of }) => !grown.has(of.id)),
    besides: await besidesOf(db, clip, parent, line.upload),
  }
}

/** Adds what was made of a clip, and of that, level by level; more than a few of one are left out but counted. */
async function grow(db: Db, trunk: Branch, known: Set<string>): Promise<Branch> {
  let level = [trunk]
  for (let depth = 0; depth < LEVELS_DOWN && level.length > 0; depth += 1) {
    const parents = level.map(({ of }) => of)
    const children = await childrenOf(db, parents)
    for (const branch of level) {
      const fresh = (children.get(branch.of.id) ?? []).filter(({ of }) => !known.has(of.id))
      for (const { of } of fresh) known.add(of.id)
      const most = depth === 0 ? SHOWN.own : SHOWN.others
      // One more takes as much room as the words that it is left out.
      const shown = fresh.length === most + 1 ? fresh.length : most
      const unread = depth === LEVELS_DOWN - 1
      branch.children = fresh.slice(0, shown).map((child) => ({ ...child, children: [], hidden: [], unread }))
      branch.hidden = fresh.slice(shown)
    }
    level = level.flatMap((branch) => branch.children)
  }
  return trunk
}

/** What else was made from what the clip was made from. */
async function siblingsOf(db: Db, clip: Kin, parent: Kin | null, upload: string | null): Promise<Child[]> {
  if (parent) return (await childrenOf(db, [parent])).get(parent.id) ?? []
  if (upload === null) return []
  const others = await madeFromUpload(db, upload, clip.accountId)
  return others.map((of) => ({ of, relation: null }))
}

/** What a clip was made from besides what it stands under in the tree. */
async function besidesOf(db: Db, clip: Kin, parent: Kin | null, upload: string | null): Promise<Source[]> {
  const sources = (await sourcesOf(db, [clip])).get(clip.id) ?? []
  return sources.filter((source) =>
    source.kind === 'clip' ? source.of.id !== parent?.id : parent !== null || source.hash !== upload,
  )
}

const uploadIn = (source: Source) => (source.kind === 'upload' ? [source.hash] : [])
