import 'server-only'
import type { Child, Line } from '@/lib/library/family'
import type { Kin, Source } from '@/lib/library/kin'
import type { KinFacts } from '@/lib/library/lineage-facts'
import type { LineageClip, LineageNode, LineageUpload, Relation } from '@/lib/library/lineage-view'

/** A generation with what was made of it. */
export interface Branch {
  of: Kin
  relation: Relation | null
  children: Branch[]
  /** Counted, not drawn. */
  hidden: Child[]
  /** What was made of it was not read. */
  unread: boolean
}

/** All that was found of a clip's family. */
export interface Family extends Line {
  own: Branch
  siblings: Child[]
  besides: Source[]
}

export interface Known {
  facts: ReadonlyMap<string, KinFacts>
  files: ReadonlyMap<string, LineageUpload>
}

/** How many of those that are only counted can be looked at. */
const FIRST = 24

/** A family as one tree: from where it began, with this clip's own branch in it, and its siblings as one count. */
export function drawTree({ own, siblings, above, upload }: Family, known: Known): LineageNode {
  const takes = takeNumbers([...siblings, own])
  const beside = drawRest(siblings, takes, known)
  let node = drawBranch(own, takes, known)
  for (const [at, { of }] of above.entries()) {
    const self = drawClip({ of, relation: above[at + 1]?.relation ?? null }, NO_TAKES, known)
    node = { self, children: [node, ...(at === 0 ? beside : [])] }
  }
  const file = upload === null ? undefined : known.files.get(upload)
  return file ? { self: file, children: [node, ...(above.length === 0 ? beside : [])] } : node
}

/** What a clip was made from besides what it stands under. */
export function drawBesides(besides: readonly Source[], known: Known): (LineageClip | LineageUpload)[] {
  return besides.flatMap((source): (LineageClip | LineageUpload)[] => {
    if (source.kind === 'clip') return [drawClip(source, NO_TAKES, known)]
    const file = known.files.get(source.hash)
    return file ? [file] : []
  })
}

/** Everything that stands in a branch, drawn or counted. */
export function allIn({ of, children, hidden }: Branch): Kin[] {
  return [of, ...hidden.map((child) => child.of), ...children.flatMap(allIn)]
}

/** Whether something was made of what was not looked into. */
export function isCutOff({ of, children, hidden, unread }: Branch, facts: Known['facts']): boolean {
  const hasMore = ({ id }: Kin) => (facts.get(id)?.children ?? 0) > 0
  return (
    (unread && hasMore(of)) ||
    hidden.some((child) => hasMore(child.of)) ||
    children.some((child) => isCutOff(child, facts))
  )
}

type Takes = ReadonlyMap<string, number>

const NO_TAKES: Takes = new Map()

/** The first of several takes is the one they are made from; the next is take 2. */
function takeNumbers(children: readonly Pick<Branch, 'of' | 'relation'>[]): Takes {
  const takes = children.filter(({ relation }) => relation === 'take')
  const inOrder = takes.toSorted((a, b) => a.of.createdAt.getTime() - b.of.createdAt.getTime())
  return new Map(inOrder.map(({ of }, at) => [of.id, at + 2]))
}

function drawBranch(branch: Branch, takes: Takes, known: Known): LineageNode {
  const { children, hidden } = branch
  const own = takeNumbers([...children, ...hidden])
  return {
    self: drawClip(branch, takes, known),
    children: [...children.map((child) => drawBranch(child, own, known)), ...drawRest(hidden, own, known)],
  }
}

/** What is not drawn one by one: the only one there is, or a count. */
function drawRest(children: readonly Child[], takes: Takes, known: Known): LineageNode[] {
  const first = children.slice(0, FIRST).map((child) => drawClip(child, takes, known))
  const [only] = first
  if (!only) return []
  if (children.length === 1) return [{ self: only, children: [] }]
  const chargedMicroUsd = sumOf(
    children.map(({ of }) => of.id),
    known.facts,
  )
  return [{ self: { kind: 'group', clips: children.length, chargedMicroUsd, first }, children: [] }]
}

/** What is known to be charged of these, µUSD. */
export function sumOf(ids: Iterable<string>, facts: Known['facts']): number {
  return [...new Set(ids)].reduce((sum, id) => sum + (facts.get(id)?.chargedMicroUsd ?? 0), 0)
}

function drawClip({ of, relation }: Pick<Branch, 'of' | 'relation'>, takes: Takes, { facts }: Known): LineageClip {
  const known = facts.get(of.id)
  return {
    kind: 'clip',
    id: of.id,
    relation,
    take: takes.get(of.id) ?? null,
    prompt: of.prompt,
    model: of.modelName,
    state: of.state,
    gone: of.deletedAt !== null,
    binned: of.binnedAt !== null,
    poster: known?.poster && of.assetHash ? `/api/media/${of.assetHash}/poster` : null,
    durationMs: known?.durationMs ?? null,
    upscaleFactor: of.input?.upscaleFactor ?? null,
    chargedMicroUsd: known?.chargedMicroUsd ?? null,
  }
}
