import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { LibraryItem } from '@/lib/library/view'

const DELAY_MS = 250

/**
 * The clip itself over its poster, muted and looping, with a line that says how far it is, once the mouse has rested on it
 * for a moment; never for who asked for less motion. The page behind it is fetched ahead in that moment.
 */
export function HoverPreview({ item: { id, clip } }: { item: LibraryItem }) {
  const router = useRouter()
  const [shown, setShown] = useState(false)
  const [share, setShare] = useState(0)
  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const timer = window.setTimeout(() => {
      router.prefetch(`/library/${id}`)
      setShown(!still)
    }, DELAY_MS)
    return () => window.clearTimeout(timer)
  }, [router, id])
  if (!shown || clip === null) return null
  return (
    <>
      <video
        src={clip.preview ?? clip.src}
        muted
        loop
        autoPlay
        playsInline
        aria-hidden
        tabIndex={-1}
        onTimeUpdate={({ currentTarget: { currentTime, duration } }) =>
          setShare(duration > 0 ? currentTime / duration : 0)
        }
        onError={() => setShown(false)}
        className="absolute inset-0 size-full rounded-control object-cover"
      />
      <span aria-hidden className="absolute inset-x-0.5 bottom-0 h-0.5 bg-[rgb(6_9_8/.5)]">
        <span className="block h-full bg-[#f2ede1]" style={{ width: `${share * 100}%` }} />
      </span>
    </>
  )
}
