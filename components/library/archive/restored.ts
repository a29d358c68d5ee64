import type { Filling } from '@/components/create/form-store'
import { countWords } from '@/components/generation/words'
import type { FoundSettings } from '@/lib/library/archive/view'

/** What became of a file that said how it was made. */
export function restoredWords({ clip, original, missing }: FoundSettings): string {
  const files =
    missing === 0 ? '' : ` ${countWords(missing, 'file')} it was made from ${missing === 1 ? 'is' : 'are'} not here.`
  return `${clipWords(clip, original)}${files}`
}

function clipWords(clip: FoundSettings['clip'], original: boolean): string {
  if (!original) return 'The file was changed since it was downloaded: it was kept as it is.'
  if (clip === null) return 'The clip was kept as an upload: it was made in another kind of account.'
  if (clip.came === 'here-before') return 'The clip is in the library already.'
  return clip.came === 'restored' ? 'The clip had been deleted, and is back.' : 'The clip is in the library now.'
}

/** What fills the form with how it was made; what comes of it is known to come from that clip, where it is here. */
export function fillingOf({ input, clip }: FoundSettings): Filling {
  return { what: 'settings', input, complaints: [], fromId: clip?.id }
}
