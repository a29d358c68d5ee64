import type { Source } from '@/lib/access/view'

/** Where a setting comes from, beside its heading. */
export function sourceWords(source: Source): string {
  switch (source) {
    case 'environment':
      return 'From the environment'
    case 'settings':
      return 'Set here'
    case null:
      return 'Not set'
  }
}
