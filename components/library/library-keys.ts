import type { KeyTable } from '@/components/library/keys-sheet'

/** The keys of the library. */
export const LIBRARY_KEYS: KeyTable = [
  ['Go from clip to clip', ['←', '→', '↑', '↓']],
  ['First and last clip', ['Home', 'End']],
  ['A screen up or down', ['Page up', 'Page down']],
  ['Look at it, and back', ['Space']],
  ['Open it', ['Enter']],
  ['Select it, or not', ['X']],
  ['Select up to there', ['Shift', '←', '→', '↑', '↓']],
  ['Select all', ['Ctrl', 'A']],
  ['Star', ['F']],
  ['Rate; 0 takes the rating off', ['1', '–', '5', '0']],
  ['Details', ['I']],
  ['Compare 2 to 4 selected clips', ['C']],
  ['Delete', ['Delete']],
  ['Take back what was done last', ['Ctrl', 'Z']],
  ['Let go of the selection', ['Esc']],
  ['Search', ['/']],
  ['These keys', ['?']],
]
