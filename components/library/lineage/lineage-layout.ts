import type { Lineage, LineageNode } from '@/lib/library/lineage-view'

/** One node of the drawing, on a grid: columns are generations, from left to right. */
export interface Cell {
  key: string
  self: LineageNode['self']
  column: number
  row: number
}

/** A line from what something was made from to it. `joins`: it comes to what has its own line already. */
export interface Edge {
  from: Cell
  to: Cell
  joins: boolean
}

export interface LineageDrawing {
  cells: Cell[]
  edges: Edge[]
  columns: number
  rows: number
}

/**
 * Lays a family out: the first of what was made from something stands beside it, the others below, each as high as it
 * can without a line crossing another. What a clip was also made from stands above what it stands under.
 */
export function layOut({ root, besides }: Pick<Lineage, 'root' | 'besides'>, id: string): LineageDrawing {
  const depth = depthOf(root, id)
  // The clip is the first of the tree: what it was also made from needs a column before it.
  const first = depth === 0 && besides.length > 0 ? 1 : 0
  const cells: Cell[] = besides.map((self, row) => ({ key: keyOf(self), self, column: depth + first - 1, row }))
  const edges: Edge[] = []
  const free: number[] = []
  const clip = place(root, first, besides.length)
  for (const cell of cells.slice(0, besides.length)) if (clip) edges.unshift({ from: cell, to: clip, joins: true })
  return {
    cells,
    edges,
    columns: Math.max(...cells.map(({ column }) => column)) + 1,
    rows: Math.max(...cells.map(({ row }) => row)) + 1,
  }

  /** @returns the cell of the clip, if it is in this part */
  function place(node: LineageNode, column: number, least: number, parent?: Cell): Cell | null {
    const row = Math.max(least, ...chainOf(node).map((_, at) => free[column + at] ?? 0))
    const cell = { key: keyOf(node.self), self: node.self, column, row }
    free[column] = row + 1
    cells.push(cell)
    if (parent) edges.push({ from: parent, to: cell, joins: false })
    const found = node.children.map((child) => place(child, column + 1, row, cell))
    return isClip(node, id) ? cell : (found.find((one) => one !== null) ?? null)
  }
}

/** A node and its first child, and that one's: they share a row. */
function chainOf(node: LineageNode): LineageNode[] {
  const [first] = node.children
  return first ? [node, ...chainOf(first)] : [node]
}

const isClip = ({ self }: LineageNode, id: string) => self.kind === 'clip' && self.id === id

/** How far the clip is from the root. */
function depthOf(node: LineageNode, id: string): number {
  if (isClip(node, id)) return 0
  const below = node.children.map((child) => depthOf(child, id)).filter((depth) => depth >= 0)
  return below.length === 0 ? -1 : Math.min(...below) + 1
}

function keyOf(self: LineageNode['self']): string {
  if (self.kind === 'clip') return self.id
  return self.kind === 'upload' ? self.hash : `group ${self.first[0]?.id}`
}

/** The cell an arrow key leads to: left to what it was made from, right to what was made of it, up and down beside it. */
export function cellAfterKey(key: string, at: Cell, { cells, edges }: LineageDrawing): Cell | null {
  const inColumn = cells.filter(({ column }) => column === at.column).toSorted((a, b) => a.row - b.row)
  const place = inColumn.indexOf(at)
  switch (key) {
    case 'ArrowLeft':
      return edges.find(({ to, joins }) => to === at && !joins)?.from ?? edges.find(({ to }) => to === at)?.from ?? null
    case 'ArrowRight':
      return edges.find(({ from }) => from === at)?.to ?? null
    case 'ArrowUp':
      return inColumn[place - 1] ?? null
    case 'ArrowDown':
      return inColumn[place + 1] ?? null
    case 'Home':
      return cells.toSorted((a, b) => a.column - b.column || a.row - b.row)[0] ?? null
    case 'End':
      return cells.toSorted((a, b) => b.column - a.column || b.row - a.row)[0] ?? null
    default:
      return null
  }
}
