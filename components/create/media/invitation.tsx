import { FileText, Film, ImageUp, Music } from 'lucide-react'
import type { MediumKind } from '@/lib/generations/media-input'

/** The dashed edge of a place things are dropped on; lit while something is over it. */
export const DROP_EDGE = {
  still: 'rounded-control border border-control-line border-dashed transition-colors',
  lit: 'rounded-control border border-ink border-dashed bg-surface-3 transition-colors',
}

const INVITATIONS = {
  image: { words: 'Drop or paste a picture', Icon: ImageUp },
  video: { words: 'Drop a clip', Icon: Film },
  audio: { words: 'Drop a sound', Icon: Music },
  document: { words: 'Drop a document', Icon: FileText },
}

/** What an empty place is for. */
export function Invitation({ kind }: { kind: MediumKind }) {
  const { words, Icon } = INVITATIONS[kind]
  return (
    <p className="flex items-center gap-2 font-medium text-body max-md:text-ink-2">
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />
      {words}
    </p>
  )
}
