import type { LucideIcon } from 'lucide-react'
import type { Outcome } from '@/components/palette/commands'
import { matchScore } from '@/components/palette/match'
import type { Recent } from '@/components/palette/recent'

/** A line of the palette. */
export interface PaletteItem {
  /** Always the same for the same thing: `place:/library`, `model:veo-3`, `command:clip.star`. */
  key: string
  /** The heading it stands under. */
  group: string
  title: string
  /** Stands at the right, quietly. */
  aside?: string
  /** Other words it is found by. */
  words?: string
  Icon?: LucideIcon
  /** In the place of an icon. */
  poster?: string | null
  keys?: string
  /** The page of this studio it leads to. */
  href: string | null
  /** Done first. */
  run: (() => Outcome | Promise<Outcome>) | null
  /** Can be done on this screen alone. */
  here?: boolean
  /** Only there while something is typed: too many to be looked through. */
  onlyTyped?: boolean
}

export interface PaletteGroup {
  heading: string
  items: PaletteItem[]
}

const RECENT = 'Recent'
/** Of each group so many are shown; with more typed the right one is among them. */
const MOST = 7
const MOST_RECENT = 5
/** What was chosen before comes before what fits as well, and no better. */
const KNOWN = 0.05

/** What is shown while nothing is typed: what can be done here, then what was chosen lately, then everything else. */
export function offered(items: readonly PaletteItem[], recents: readonly Recent[]): PaletteGroup[] {
  const here = items.filter((item) => item.here && !item.onlyTyped)
  const elsewhere = items.filter((item) => !item.here)
  const recent = recents.flatMap((one) => recalled(one, elsewhere) ?? []).slice(0, MOST_RECENT)
  const keys = new Set(recent.map(({ key }) => key))
  const others = elsewhere.filter((item) => !item.onlyTyped && !keys.has(item.key))
  return [...grouped(here), { heading: RECENT, items: recent }, ...grouped(others)].filter(
    (group) => group.items.length > 0,
  )
}

/** What fits what was typed: in each group the best first, and the group with the best of all first. */
export function matching(
  typed: string,
  items: readonly PaletteItem[],
  recents: readonly Pick<Recent, 'key'>[],
): PaletteGroup[] {
  const known = new Set(recents.map(({ key }) => key))
  const scored = items.flatMap((item) => {
    const score = scoreOf(typed, item)
    return score === null ? [] : [{ item, score: score + (known.has(item.key) ? KNOWN : 0) }]
  })
  scored.sort((a, b) => b.score - a.score || a.item.title.length - b.item.title.length)
  return grouped(scored.map(({ item }) => item)).map((group) => ({ ...group, items: group.items.slice(0, MOST) }))
}

/** Its title counts for more than what else it is found by. */
function scoreOf(typed: string, { title, words = '' }: PaletteItem): number | null {
  const byTitle = matchScore(typed, title)
  if (byTitle !== null) return byTitle
  const byAll = matchScore(typed, `${title} ${words}`)
  return byAll === null ? null : byAll / 2
}

function grouped(items: readonly PaletteItem[]): PaletteGroup[] {
  const headings = [...new Set(items.map(({ group }) => group))]
  return headings.map((heading) => ({ heading, items: items.filter(({ group }) => group === heading) }))
}

/** What was chosen, as it is offered now; a clip's page is not among what is offered, so it is kept whole. */
function recalled(recent: Recent, items: readonly PaletteItem[]): PaletteItem | null {
  const now = items.find(({ key }) => key === recent.key)
  if (now) return now
  return recent.key.startsWith(CLIP) && recent.href !== null
    ? { ...recent, group: RECENT, run: null, aside: 'Clip' }
    : null
}

export const CLIP = 'clip:'
