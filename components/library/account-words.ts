import type { LibraryPage } from '@/lib/library/view'

/** Where clips come from: `made in the sandbox`, `made with another key`. */
export function accountWords({ sandbox, current }: LibraryPage['accounts'][number]): string {
  if (sandbox) return 'made in the sandbox'
  return current ? 'made with the key in use' : 'made with another key'
}
