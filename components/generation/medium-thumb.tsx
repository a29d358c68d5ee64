import { FileText, Film, ImageIcon, Link2, Music } from 'lucide-react'
import { useState } from 'react'
import type { Medium, MediumKind } from '@/lib/generations/media-input'

const ICONS = { image: ImageIcon, video: Film, audio: Music, document: FileText }

/** The picture of a medium, filling its box. An address is never opened: it has an icon, as have sounds and texts. */
export function MediumThumb({ medium, kind }: { medium: Medium; kind: MediumKind }) {
  const [missing, setMissing] = useState(0)
  const hash = medium.kind === 'asset' ? medium.hash : null
  const pictured = hash !== null && (kind === 'image' || kind === 'video')
  if (!pictured || missing > 1) {
    return <IconBox kind={medium.kind === 'url' ? 'url' : kind} />
  }
  // A clip that came a moment ago has no poster yet: then the file stands for itself.
  if (missing === 1 && kind === 'video') {
    return (
      <video
        src={`/api/media/${hash}`}
        muted
        playsInline
        preload="metadata"
        aria-hidden
        tabIndex={-1}
        onError={() => setMissing(2)}
        className={FILLING}
      />
    )
  }
  return (
    // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
    <img
      src={missing === 0 ? `/api/media/${hash}/poster` : `/api/media/${hash}`}
      alt=""
      draggable={false}
      loading="lazy"
      decoding="async"
      onError={() => setMissing(missing + 1)}
      className={FILLING}
    />
  )
}

const FILLING = 'absolute inset-0 size-full object-cover'

function IconBox({ kind }: { kind: MediumKind | 'url' }) {
  const Icon = kind === 'url' ? Link2 : ICONS[kind]
  return (
    <span className="absolute inset-0 grid place-items-center bg-surface-3 text-ink-3">
      <Icon aria-hidden className="size-5" strokeWidth={1.5} />
    </span>
  )
}
