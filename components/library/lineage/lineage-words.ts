import { secondsWords } from '@/components/generation/medium-words'
import { countWords, nameOfPrompt } from '@/components/generation/words'
import { STATE_WORDS } from '@/lib/generations/state'
import type { Lineage, LineageClip, LineageGroup, LineageUpload } from '@/lib/library/lineage-view'
import { upscaleLabel } from '@/lib/models/describe'
import { formatUsd } from '@/lib/money/format'

/** What a node is, and a line of what is known of it. */
interface NodeWords {
  title: string
  line: string
}

export function wordsOf(self: LineageClip | LineageUpload | LineageGroup, current: boolean): NodeWords {
  switch (self.kind) {
    case 'clip':
      return { title: clipTitle(self), line: clipLine(self, current) }
    case 'upload':
      return { title: self.name, line: ['Upload', sizeWords(self)].filter(Boolean).join(', ') }
    case 'group':
      return { title: groupTitle(self), line: `${countWords(self.clips, 'clip')} · ${formatUsd(self.chargedMicroUsd)}` }
  }
}

/** How a clip came from the one before it; the first of a family is called by its prompt. */
function clipTitle({ relation, take, prompt, model, durationMs, upscaleFactor }: LineageClip): string {
  switch (relation) {
    case 'take':
      return take === null ? 'Another take' : `Take ${take}`
    case 'again':
      return 'Other settings'
    case 'continued':
      return durationMs === null ? 'Continued' : `Continued, ${secondsWords(durationMs / 1000)}`
    case 'upscaled':
      return upscaleFactor === null || upscaleFactor === 1 ? 'Upscaled' : `Upscaled ${upscaleLabel(upscaleFactor)}`
    case 'edited':
      return 'Edited'
    case 'frame':
      return 'Uses a frame'
    case 'reference':
      return 'As reference'
    case null:
      return nameOfPrompt(prompt, model)
  }
}

function clipLine({ state, gone, binned, model, chargedMicroUsd }: LineageClip, current: boolean): string {
  const amount = chargedMicroUsd === null ? [] : [formatUsd(chargedMicroUsd)]
  return [current ? 'This clip' : standing(), ...amount].join(' · ')

  function standing(): string {
    if (gone) return 'Deleted'
    if (binned) return 'In the bin'
    return state === 'stored' || state === 'done' ? model : STATE_WORDS[state]
  }
}

function groupTitle({ clips, first }: LineageGroup): string {
  return first.every(({ relation }) => relation === 'take') ? `${clips} more takes` : `${clips} more`
}

const sizeWords = ({ width, height }: LineageUpload) => (width > 0 && height > 0 ? `${width} × ${height}` : '')

/** A family in a line: `1 upload, 7 clips, $2.65 in all`. */
export function totalWords({ uploads, clips, chargedMicroUsd, more }: Lineage['total']): string {
  const counts = [...(uploads > 0 ? [countWords(uploads, 'upload')] : []), countWords(clips, 'clip')]
  return `${more ? 'at least ' : ''}${counts.join(', ')}, ${formatUsd(chargedMicroUsd)} in all`
}
