const PATIENCE_MS = 20_000

/** Does `start` and waits for the event it leads to. @throws Error when it does not come, or the clip cannot be played */
export function when(video: HTMLVideoElement, event: 'loadeddata' | 'seeked', start: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const { signal } = over
    const settle = (then: () => void) => {
      over.abort()
      clearTimeout(timer)
      then()
    }
    const timer = setTimeout(() => settle(() => reject(new Error(`No ${event} in time.`))), PATIENCE_MS)
    video.addEventListener(event, () => settle(resolve), { signal })
    video.addEventListener('error', () => settle(() => reject(new Error('The clip cannot be played.'))), { signal })
    start()
  })
}
