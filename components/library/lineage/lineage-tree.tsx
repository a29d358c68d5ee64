import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { GroupSheet } from '@/components/library/lineage/group-sheet'
import { cellAfterKey, layOut } from '@/components/library/lineage/lineage-layout'
import { LineageLines } from '@/components/library/lineage/lineage-lines'
import { LineageNodeItem } from '@/components/library/lineage/lineage-node'
import { BOX, boxOf } from '@/components/library/lineage/measures'
import type { Lineage, LineageGroup } from '@/lib/library/lineage-view'

/** A family, drawn: one tab stop, with arrow keys inside. */
export function LineageTree({ family, id }: { family: Lineage; id: string }) {
  const drawing = useMemo(() => layOut(family, id), [family, id])
  const [active, setActive] = useState(id)
  const [group, open] = useState<LineageGroup | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const { cells, columns, rows } = drawing
  const own = cells.find(({ key }) => key === id)
  const ownLeft = own ? boxOf(own).left : 0
  const stop = cells.some(({ key }) => key === active) ? active : id

  // Where the tree is wider than the page, this clip is what is seen first.
  useLayoutEffect(() => {
    const box = frame.current
    if (box) box.scrollLeft = ownLeft - (box.clientWidth - BOX.width) / 2
  }, [ownLeft])

  function onKeyDown(event: KeyboardEvent) {
    const at = cells.find(({ key }) => key === stop)
    const to = at && !event.altKey && !event.ctrlKey && !event.metaKey ? cellAfterKey(event.key, at, drawing) : null
    if (!to) return
    event.preventDefault()
    setActive(to.key)
    tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(to.key)}"]`)?.focus()
  }

  return (
    <div ref={frame} className="-mx-4 overflow-x-auto px-4 pt-2 pb-1 md:-mx-6 md:px-6">
      <div
        className="relative"
        style={{ width: columns * BOX.column - (BOX.column - BOX.words), height: rows * BOX.row - BOX.gap }}
      >
        <LineageLines drawing={drawing} />
        <div ref={tree} role="tree" aria-labelledby="lineage" onKeyDown={onKeyDown} className="contents">
          {cells.map((cell) => (
            <LineageNodeItem
              key={cell.key}
              cell={cell}
              current={cell.key === id}
              stop={cell.key === stop}
              onFocus={() => setActive(cell.key)}
              onGroup={open}
            />
          ))}
        </div>
      </div>
      {group && <GroupSheet group={group} onClose={() => open(null)} />}
    </div>
  )
}
