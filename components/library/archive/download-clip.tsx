import { Download } from 'lucide-react'
import { OTHER_DOWNLOAD, OtherDownloads } from '@/components/library/archive/other-downloads'
import { buttonClass } from '@/components/ui/button'
import type { ClipView } from '@/lib/generations/clip-view'

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.5 }

const WORDS = 'As it came, byte for byte: no prompt, settings or price inside.'

/** Saves a clip: with how it was made in its metadata, or without. */
export function DownloadClip({ id, clip }: { id: string; clip: ClipView }) {
  const saved = `${clip.src}?download=${id}`
  return (
    <span className="flex items-center">
      <a href={saved} download={clip.fileName} className={buttonClass({ kind: 'ghost' }, 'pr-2')}>
        <Download {...ICON} />
        Download
      </a>
      <OtherDownloads triggerClass={buttonClass({ kind: 'ghost' }, 'px-1.5 max-md:min-w-11')} words={WORDS}>
        {(close) => (
          <a href={`${saved}&clean=1`} download={clip.fileName} onClick={close} className={OTHER_DOWNLOAD}>
            <Download {...ICON} />
            Download without metadata
          </a>
        )}
      </OtherDownloads>
    </span>
  )
}
