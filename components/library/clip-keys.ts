import type { KeyTable } from '@/components/library/keys-sheet'

/** The keys of a clip's page. */
export const CLIP_KEYS: KeyTable = [
  ['Play and pause', ['Space']],
  ['A second back or on', ['←', '→']],
  ['A frame back or on', [',', '.']],
  ['Loop', ['L']],
  ['Star', ['F']],
  ['Rate; 0 takes the rating off', ['1', '–', '5', '0']],
  ['The clip before and after it', ['[', ']']],
  ['These keys', ['?']],
]
