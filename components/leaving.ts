// Whether this page is about to go away: a request that fails then was cut off, and nobody was told so. A download looks
// like leaving too, until the next thing is sent.
let leaving = false

if (typeof window !== 'undefined')
  window.addEventListener('beforeunload', () => {
    leaving = true
  })

export const isLeaving = (): boolean => leaving

/** Something is sent, so the page is still here. */
export function stay(): void {
  leaving = false
}
