import type { PaletteItem } from '@/components/palette/items'
import { browserStore, readStored, store } from '@/components/storage'

const KEPT = 'squero.palette.1'
const MOST = 8

/** What was chosen from the palette lately. Where it led is kept, and the title where nothing else holds it: of clips. */
export interface Recent {
  key: string
  title: string
  /** null: a command, which must be offered again to be there. */
  href: string | null
}

/** The latest first. */
export function readRecents(): Recent[] {
  const kept = readStored(browserStore, KEPT)
  return Array.isArray(kept) ? kept.filter(isRecent) : []
}

export function keepRecent({ key, title, href }: Pick<PaletteItem, 'key' | 'title' | 'href'>): void {
  const others = readRecents().filter((recent) => recent.key !== key)
  store(browserStore, KEPT, [{ key, title, href }, ...others].slice(0, MOST))
}

function isRecent(kept: unknown): kept is Recent {
  if (typeof kept !== 'object' || kept === null) return false
  const { key, title, href } = kept as Record<string, unknown>
  // Only addresses of this studio's own pages.
  const leads = href === null || (typeof href === 'string' && /^\/(?!\/)/.test(href))
  return typeof key === 'string' && typeof title === 'string' && leads
}
