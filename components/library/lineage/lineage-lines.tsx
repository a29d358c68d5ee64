import type { Edge, LineageDrawing } from '@/components/library/lineage/lineage-layout'
import { BOX, boxOf } from '@/components/library/lineage/measures'

const BEND = 8
/** Lines that come to something bend nearer to it than those that leave it, so that the two are told apart. */
const BENDS_AT = { leaves: 38, joins: 18 }

/** The lines of a family, for the eye alone: the words and the order of the tree say the same. */
export function LineageLines({ drawing: { edges } }: { drawing: LineageDrawing }) {
  return (
    <svg aria-hidden="true" className="absolute inset-0 size-full overflow-visible text-line-strong" fill="none">
      {edges.map((edge) => (
        <path key={`${edge.from.key} ${edge.to.key}`} d={pathOf(edge)} stroke="currentColor" strokeWidth="1.5" />
      ))}
    </svg>
  )
}

function pathOf({ from, to, joins }: Edge): string {
  const [start, end] = [boxOf(from), boxOf(to)]
  const x = start.left + BOX.width
  const y = start.top + BOX.height / 2
  const toY = end.top + BOX.height / 2
  if (y === toY) return `M${x} ${y}H${end.left}`
  const bend = end.left - (joins ? BENDS_AT.joins : BENDS_AT.leaves)
  const down = toY > y ? 1 : -1
  return [
    `M${x} ${y}H${bend - BEND}`,
    `q${BEND} 0 ${BEND} ${down * BEND}`,
    `V${toY - down * BEND}`,
    `q0 ${down * BEND} ${BEND} ${down * BEND}`,
    `H${end.left}`,
  ].join('')
}
