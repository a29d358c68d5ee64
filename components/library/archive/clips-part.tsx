'use client'

import { type DragEvent, useState } from 'react'
import { FileButton } from '@/components/library/archive/file-button'
import { GivenRow } from '@/components/library/archive/given-row'
import { useRestore } from '@/components/library/archive/use-restore'
import { Section } from '@/components/spending/section'

/** Takes MP4 files in, chosen or dropped on it. */
export function ClipsPart() {
  const { given, give } = useRestore()
  const [over, setOver] = useState(false)
  const isFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files')
  return (
    <Section id="clips" title="Bring clips back" className="border-line border-t py-4">
      <p className="max-w-prose text-body text-ink-2">
        A clip that was downloaded from Squero says how it was made: drop it here, and its settings are at hand again.
        If the library lacks it, it is a clip of the library again. Any other MP4 becomes an upload.
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        data-drop
        onDragOver={(event) => {
          if (!isFiles(event)) return
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          setOver(false)
          if (!isFiles(event)) return
          event.preventDefault()
          void give([...event.dataTransfer.files])
        }}
        className={`mt-3 flex max-w-prose flex-col gap-2 rounded-card border border-dashed p-4 ${over ? 'border-ink bg-surface-2' : 'border-line-strong'}`}
      >
        <FileButton accept="video/mp4,.mp4,.m4v" multiple onFiles={(files) => void give(files)}>
          Choose MP4 files
        </FileButton>
        <p className="text-ink-3 text-small">or drop them here</p>
      </div>
      <ul aria-label="Clips that were brought" className="mt-3 max-w-prose">
        {given.map((file, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files are only added, and their names may be the same
          <GivenRow key={at} file={file} />
        ))}
      </ul>
    </Section>
  )
}
