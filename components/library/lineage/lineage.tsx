'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { comparePath } from '@/components/compare/compare-path'
import { lineageQuery } from '@/components/library/lineage/lineage-query'
import { LineageTree } from '@/components/library/lineage/lineage-tree'
import { totalWords } from '@/components/library/lineage/lineage-words'
import type { Lineage as Family, LineageNode } from '@/lib/library/lineage-view'

/** Where a clip comes from and what was made of it. Nothing where it stands alone. */
export function Lineage({ id }: { id: string }) {
  const { data: family, error } = useQuery(lineageQuery(id))
  if (error) return <p className="mt-4 text-ink-2 text-small">Its lineage could not be read. {error.message}</p>
  if (!family || standsAlone(family)) return null
  const beside = clipsBeside(family, id)
  return (
    <section aria-labelledby="lineage" className="mt-4 border-line border-t pt-3">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <h2 id="lineage" className="font-semibold text-body">
          Lineage
        </h2>
        <p className="text-ink-3 text-small">{totalWords(family.total)}</p>
        {beside.length > 0 && (
          <Link
            href={comparePath([id, ...beside])}
            className="ml-auto text-ink-2 text-small underline decoration-line-strong underline-offset-4 hover:text-ink max-md:py-3"
          >
            Compare with {beside.length === 1 ? 'the nearest' : `the nearest ${beside.length}`}
          </Link>
        )}
      </div>
      <LineageTree family={family} id={id} />
      {family.besidesMore > 0 && (
        <p className="text-ink-3 text-small">
          {family.besidesMore} more that it was made from are listed under Made from.
        </p>
      )}
    </section>
  )
}

const standsAlone = ({ total, besides }: Family) => total.clips === 1 && total.uploads === 0 && besides.length === 0

/** The clips nearest to this one: what it was made from, its siblings, what was made of it; three at most. */
function clipsBeside({ root }: Family, id: string): string[] {
  const near = neighbours(root, id) ?? []
  const clips = near.flatMap(({ self }) => (self.kind === 'group' ? self.first : self.kind === 'clip' ? [self] : []))
  const whole = clips.filter(({ state, gone }) => !gone && (state === 'stored' || state === 'done'))
  return whole.slice(0, 3).map((clip) => clip.id)
}

function neighbours(node: LineageNode, id: string, parent?: LineageNode): LineageNode[] | null {
  if (node.self.kind === 'clip' && node.self.id === id) {
    const siblings = parent ? parent.children.filter((child) => child !== node) : []
    return [...(parent ? [parent] : []), ...siblings, ...node.children]
  }
  for (const child of node.children) {
    const found = neighbours(child, id, node)
    if (found) return found
  }
  return null
}
