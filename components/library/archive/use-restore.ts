import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { restoreFile } from '@/components/library/archive/restore-file'
import { keys } from '@/components/query/keys'
import type { FoundSettings } from '@/lib/library/archive/view'

/** A file that was given to the library. */
export interface GivenFile {
  name: string
  state:
    | { kind: 'sending'; share: number }
    /** `found` is null where it told nothing of itself: it is an upload then, though perhaps no clip. */
    | { kind: 'done'; found: FoundSettings | null; isClip: boolean }
    | { kind: 'failed'; sentence: string }
}

/** Gives files to the library, one after the other, and keeps what became of each. */
export function useRestore() {
  const client = useQueryClient()
  const [given, setGiven] = useState<readonly GivenFile[]>([])

  async function give(files: readonly File[]): Promise<void> {
    const first = given.length
    setGiven((before) => [
      ...before,
      ...files.map(({ name }): GivenFile => ({ name, state: { kind: 'sending', share: 0 } })),
    ])
    for (const [at, file] of files.entries()) {
      const set = (state: GivenFile['state']) =>
        setGiven((before) => before.map((one, place) => (place === first + at ? { ...one, state } : one)))
      const { signal } = new AbortController()
      const restored = await restoreFile(file, (share) => set({ kind: 'sending', share }), signal)
      if (restored?.ok) set({ kind: 'done', found: restored.found, isClip: restored.isClip })
      else set({ kind: 'failed', sentence: restored?.sentence ?? '' })
    }
    void client.invalidateQueries({ queryKey: keys.libraries })
    void client.invalidateQueries({ queryKey: keys.everyUpload })
  }

  return { given, give }
}
