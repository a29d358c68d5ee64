'use client'

import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { cameFromLibrary } from '@/components/library/way-back'

/** Back to the library, at the place it was left. */
export function BackToLibrary() {
  const router = useRouter()
  const fromLibrary = useRef(false)
  useEffect(() => {
    fromLibrary.current ||= cameFromLibrary()
  }, [])
  return (
    <Link
      href="/library"
      onClick={(event) => {
        if (!fromLibrary.current || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        router.back()
      }}
      className="flex shrink-0 items-center gap-3 text-ink-2 hover:text-ink max-md:min-h-11"
    >
      <ArrowLeft aria-hidden size={16} strokeWidth={1.5} />
      Library
    </Link>
  )
}
