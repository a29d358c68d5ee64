import { Layers } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { MediumThumb } from '@/components/generation/medium-thumb'
import { StateIcon } from '@/components/generation/state-badge'
import { isRunning } from '@/components/generation/states'
import type { Cell } from '@/components/library/lineage/lineage-layout'
import { wordsOf } from '@/components/library/lineage/lineage-words'
import { BOX, boxOf } from '@/components/library/lineage/measures'
import { WaveLines } from '@/components/ui/wave-lines'
import type { LineageClip, LineageGroup, LineageUpload } from '@/lib/library/lineage-view'

interface LineageNodeItemProps {
  cell: Cell
  /** It is the clip of this page. */
  current: boolean
  /** It is the tab stop of the tree. */
  stop: boolean
  onFocus: () => void
  onGroup: (group: LineageGroup) => void
}

/** One of a family: its picture, what it is, and what it cost. Leads to its page. */
export function LineageNodeItem({ cell, current, stop, onFocus, onGroup }: LineageNodeItemProps) {
  const { self, key, column } = cell
  const shared = {
    role: 'treeitem',
    'aria-level': column + 1,
    'aria-current': current ? ('page' as const) : undefined,
    'data-key': key,
    tabIndex: stop ? 0 : -1,
    onFocus,
    style: { ...boxOf(cell), width: BOX.words },
    className: 'group absolute rounded-control text-left',
  }
  const inside = <Inside self={self} current={current} />
  if (self.kind === 'group') {
    return (
      <button type="button" {...shared} aria-haspopup="dialog" onClick={() => onGroup(self)}>
        {inside}
      </button>
    )
  }
  if (self.kind === 'upload') {
    return (
      <a {...shared} href={`/api/media/${self.hash}`}>
        {inside}
      </a>
    )
  }
  if (self.gone || current) return <span {...shared}>{inside}</span>
  return (
    <Link {...shared} href={`/library/${self.id}`} prefetch={false}>
      {inside}
    </Link>
  )
}

function Inside({ self, current }: { self: Cell['self']; current: boolean }) {
  const { title, line } = wordsOf(self, current)
  return (
    <>
      <span
        className={`relative block overflow-hidden rounded-small bg-surface-3 ${current ? 'outline-2 outline-ink outline-offset-2' : 'transition-opacity group-hover:opacity-85'}`}
        style={{ width: BOX.width, height: BOX.height }}
      >
        <Picture self={self} />
      </span>
      <span dir="auto" className="mt-1.5 block truncate font-medium text-small">
        {title}
      </span>
      <span className="block truncate text-caption text-ink-2">{line}</span>
    </>
  )
}

export function Picture({ self }: { self: LineageClip | LineageUpload | LineageGroup }): ReactNode {
  if (self.kind === 'upload') return <MediumThumb medium={asMedium(self)} kind={kindOf(self)} />
  if (self.kind === 'group') {
    const [first] = self.first
    return (
      <>
        {first && <Picture self={first} />}
        <span className="absolute right-1 bottom-1 flex items-center gap-1 rounded-small bg-[rgb(6_9_8/.74)] px-1 text-[#f2ede1] text-caption">
          <Layers aria-hidden size={11} strokeWidth={1.75} />
          {self.clips}
        </span>
      </>
    )
  }
  if (self.poster) {
    return (
      // biome-ignore lint/performance/noImgElement: posters are made at the size of their box
      <img
        src={self.poster}
        alt=""
        loading="lazy"
        decoding="async"
        className="absolute inset-0 size-full object-cover"
      />
    )
  }
  if (isRunning(self) || self.durationMs !== null) return <WaveLines className="absolute inset-0 size-full" />
  return (
    <span className="absolute inset-0 grid place-items-center text-ink-3">
      <StateIcon state={self.state} size={18} />
    </span>
  )
}

const kindOf = ({ mime }: LineageUpload) =>
  mime.startsWith('image/')
    ? 'image'
    : mime.startsWith('video/')
      ? 'video'
      : mime.startsWith('audio/')
        ? 'audio'
        : 'document'

const asMedium = ({ hash, mime, name, width, height }: LineageUpload) =>
  ({ kind: 'asset', hash, mime, name, width, height, bytes: 0, seconds: null }) as const
