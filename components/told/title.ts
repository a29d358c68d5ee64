import type { BoardView } from '@/lib/generations/view'

/** What the tab says before the page's own name: `(1 ready, 2 running) `; empty when there is nothing to say. */
export function titleLead({ unseen, running }: Pick<BoardView, 'unseen' | 'running'>): string {
  const parts = [unseen > 0 ? `${unseen} ready` : null, running.length > 0 ? `${running.length} running` : null]
  const said = parts.filter((part) => part !== null).join(', ')
  return said === '' ? '' : `(${said}) `
}

/** A title with another lead. */
export function withLead(title: string, before: string, lead: string): string {
  return lead + (title.startsWith(before) ? title.slice(before.length) : title)
}
