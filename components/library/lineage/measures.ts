import type { Cell } from '@/components/library/lineage/lineage-layout'

/** Sizes of the drawing, px. */
export const BOX = {
  /** A picture. */
  width: 96,
  height: 54,
  /** The words beneath it. */
  words: 118,
  /** From one picture to the next. */
  column: 166,
  row: 112,
  /** Below the last row's words. */
  gap: 14,
  /** The ring around this clip stands out of its picture. */
  inset: 4,
}

/** Where a cell's picture begins, px. */
export const boxOf = ({ column, row }: Pick<Cell, 'column' | 'row'>) => ({
  left: column * BOX.column + BOX.inset,
  top: row * BOX.row + BOX.inset,
})
