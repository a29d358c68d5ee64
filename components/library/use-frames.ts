import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type RefObject, useState } from 'react'
import { fillForm } from '@/components/create/form-store'
import type { Sent } from '@/components/create/media/send-file'
import { keepLastFrame, keepShownFrame } from '@/components/library/player/clip-frames'
import { keys } from '@/components/query/keys'
import type { ClipView } from '@/lib/generations/clip-view'
import type { GenerationView } from '@/lib/generations/view'

/** Which frame of the clip: its last, or the one the player shows. */
export type Which = 'last' | 'shown'

export interface Frames {
  /** A frame is on its way into the library. */
  busy: boolean
  /** What became of the last one that was kept, or why it was not. */
  said: string | null
  keepShown: () => void
  goOnFrom: (which: Which) => void
}

const GONE: Sent = { ok: false, sentence: 'There is no clip to take a frame of.' }

/** Frames of a clip: kept as pictures, or as the beginning of the next clip. */
export function useFrames(view: GenerationView, video: RefObject<HTMLVideoElement | null>): Frames {
  const client = useQueryClient()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [said, say] = useState<string | null>(null)

  async function keep(which: Which): Promise<Sent> {
    const { clip } = view
    setBusy(true)
    say(null)
    const sent = clip ? await take(clip, which) : GONE
    setBusy(false)
    if (!sent.ok) say(sent.sentence)
    void client.invalidateQueries({ queryKey: keys.everyUpload })
    return sent
  }

  async function take(clip: ClipView, which: Which): Promise<Sent> {
    if (which === 'last') return keepLastFrame(clip)
    return video.current ? keepShownFrame(video.current, clip) : GONE
  }

  return {
    busy,
    said,
    async keepShown() {
      const sent = await keep('shown')
      if (sent.ok) say(`Kept among your uploads: ${sent.medium.name}`)
    },
    async goOnFrom(which) {
      const sent = await keep(which)
      if (!sent.ok) return
      fillForm({ what: 'continue', input: view.input, fromId: view.id, frame: sent.medium })
      router.push('/')
    },
  }
}
