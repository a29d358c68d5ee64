import type { GridLook } from '@/components/library/grid/density'
import { tileRatio } from '@/components/library/grid/tile-shape'

/** What the layout needs to know of a clip. */
export interface LaidItem {
  id: string
  /** ms since 1970 */
  createdAt: number
  chargedMicroUsd: number | null
  clip: { width: number; height: number } | null
}

/** The clips of one calendar day. */
export interface Day {
  /** `2026-09-14` */
  key: string
  /** A moment in it, ms since 1970. */
  at: number
  /** Of the clips that are here: µUSD whose amount is known. */
  clips: number
  chargedMicroUsd: number
  /** Whether every clip of the day is here, so that count and sum are true. */
  whole: boolean
}

interface Placed {
  /** px from the top of the grid, and px to the next row. */
  top: number
  height: number
  /** px of air at its top, within its height. */
  lead: number
}

export interface DayRow extends Placed {
  kind: 'day'
  day: Day
}

export interface ClipRow extends Placed {
  kind: 'clips'
  /** Clips `first` to `end`, which is not in it. */
  first: number
  end: number
  /** Height of its pictures, px. */
  picture: number
}

export type Row = DayRow | ClipRow

export interface Layout {
  rows: readonly Row[]
  /** px */
  height: number
  /** What is laid out for good: what comes after may still change with the next page. */
  closed: Closed
  /** What was laid out, in order: a layout goes on only from the same clips. */
  items: readonly LaidItem[]
}

/** So many clips and rows, and the last day as it stood then. */
interface Closed {
  clips: number
  rows: number
  day: Day | null
}

const EMPTY_LAYOUT: Layout = { rows: [], height: 0, closed: { clips: 0, rows: 0, day: null }, items: [] }

/** px: of the words of a day, with what is under them; above the first day, and above the others. */
const HEADING = 30
const FIRST_LEAD = 12
const LEAD = 24
/** How far a row may be stretched: only a lone clip before a very wide one comes to it. */
export const MOST_STRETCH = 2
/** A browser lays boxes out in 64ths of a pixel. */
const SLACK = 1 / 32

export interface LayoutOptions {
  look: GridLook
  /** px */
  width: number
  /** The calendar day of a moment, as a key; null where clips are not listed by day. */
  dayOf: ((at: number) => string) | null
  /** More clips are to come: a last row that is not full waits for them. */
  more: boolean
}

/**
 * Puts clips into rows of one height that fill the width, as flex boxes would fill them: as many as fit at the least
 * height, then stretched. The last row of a day keeps the least height. Goes on from an earlier layout of the same
 * options and the same first clips, so a page costs what it holds.
 */
export function layOut(items: readonly LaidItem[], options: LayoutOptions, before: Layout = EMPTY_LAYOUT): Layout {
  const pen = new Pen(goesOn(before, items) ? before : EMPTY_LAYOUT, options)
  for (let at = pen.closed.clips; at < items.length; at++) {
    const item = items[at]
    if (item) pen.put(item, at)
  }
  return pen.end(items)
}

/** Whether the closed part of a layout holds for these clips. */
function goesOn({ items: old, closed }: Layout, items: readonly LaidItem[]): boolean {
  if (items.length < closed.clips) return false
  for (let at = 0; at < closed.clips; at++) {
    const [one, other] = [old[at], items[at]]
    if (one === other) continue
    if (!one || !other || one.id !== other.id || one.chargedMicroUsd !== other.chargedMicroUsd) return false
    if (tileRatio(one.clip) !== tileRatio(other.clip)) return false
  }
  return true
}

/** Writes rows from where a layout is closed. */
class Pen {
  closed: Closed
  private readonly rows: Row[]
  private top: number
  private day: Day | null
  /** The row that is being filled: its first clip, and the sum of their ratios. */
  private first: number
  private ratios = 0

  constructor(
    from: Layout,
    private readonly options: LayoutOptions,
  ) {
    this.closed = from.closed
    this.rows = from.rows.slice(0, from.closed.rows)
    this.first = from.closed.clips
    const last = this.rows.at(-1)
    this.top = last ? last.top + last.height : 0
    this.day = from.closed.day && { ...from.closed.day }
    this.takeDay()
  }

  put(item: LaidItem, at: number): void {
    const { look, width, dayOf } = this.options
    const key = dayOf?.(item.createdAt)
    if (key !== undefined && key !== this.day?.key) this.begin(item, key, at)
    const ratio = tileRatio(item.clip)
    const count = at - this.first
    if (count > 0 && look.base * (this.ratios + ratio) + look.gap * count > width + SLACK)
      this.close(at, this.filled(count))
    this.ratios += ratio
    if (!this.day) return
    this.day.clips += 1
    this.day.chargedMicroUsd += item.chargedMicroUsd ?? 0
  }

  end(items: readonly LaidItem[]): Layout {
    if (!this.options.more) {
      this.row(items.length, this.options.look.base)
      if (this.day) this.day.whole = true
    }
    return { rows: this.rows, height: this.top, closed: this.closed, items }
  }

  private begin({ createdAt }: LaidItem, key: string, at: number): void {
    this.close(at, this.options.look.base)
    if (this.day) this.day.whole = true
    this.day = { key, at: createdAt, clips: 0, chargedMicroUsd: 0, whole: false }
    const lead = this.rows.length === 0 ? FIRST_LEAD : LEAD
    this.rows.push({ kind: 'day', top: this.top, height: lead + HEADING, lead, day: this.day })
    this.top += lead + HEADING
  }

  private close(end: number, picture: number): void {
    this.row(end, picture)
    this.closed = { clips: end, rows: this.rows.length, day: this.day && { ...this.day } }
    this.first = end
    this.ratios = 0
  }

  private row(end: number, picture: number): void {
    if (end === this.first) return
    const { look } = this.options
    const lead = this.rows.at(-1)?.kind === 'clips' ? look.rowGap : 0
    const height = lead + picture + look.caption
    this.rows.push({ kind: 'clips', top: this.top, height, lead, first: this.first, end, picture })
    this.top += height
  }

  private filled(count: number): number {
    const { look, width } = this.options
    return Math.min((width - look.gap * (count - 1)) / this.ratios, look.base * MOST_STRETCH)
  }

  /** The heading of the day that goes on says what is known of it now, not what an earlier layout knew. */
  private takeDay(): void {
    if (this.day === null) return
    const at = this.rows.findLastIndex((row) => row.kind === 'day')
    const row = this.rows[at]
    if (row?.kind === 'day') this.rows[at] = { ...row, day: this.day }
  }
}
