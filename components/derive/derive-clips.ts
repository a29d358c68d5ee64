import { saveDerivative } from '@/app/actions/derivatives'
import { countFailure, mayTry } from '@/components/derive/attempts'
import { make } from '@/components/derive/make'
import type { UnderivedClip } from '@/lib/media/underived'

const LOCK = 'squero-derive'

/**
 * Makes what is missing, one clip after the other while the page is idle, and hands it to the studio.
 * Only one tab does: where another one is at it, nothing is made here.
 * @returns how many posters and previews were taken
 */
export function deriveClips(clips: UnderivedClip[]): Promise<number> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? deriveInTurn(clips) : 0))
}

async function deriveInTurn(clips: UnderivedClip[]): Promise<number> {
  let made = 0
  for (const clip of clips.filter(mayTry)) {
    for (const kind of clip.missing) {
      await idle()
      if (await derive(clip, kind)) made += 1
      else countFailure(clip)
    }
  }
  return made
}

/** A picture that cannot be made or is not taken is no one's misfortune: the clip plays without it. */
async function derive(clip: UnderivedClip, kind: 'poster' | 'preview'): Promise<boolean> {
  try {
    const form = new FormData()
    form.set('hash', clip.hash)
    form.set('kind', kind)
    form.set('file', await make(clip, kind))
    return (await saveDerivative(form)).ok
  } catch {
    return false
  }
}

/** Until the page has nothing else to do; Safari cannot tell and just waits a moment. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 2000 })
    else setTimeout(resolve, 200)
  })
}
