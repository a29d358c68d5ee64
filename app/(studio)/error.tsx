'use client'

import { CircleX } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** What nobody expected. Jobs run on the server, so nothing of theirs is lost with a page. */
export default function StudioErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="flex-1 p-4 md:p-6">
      <Notice
        icon={<CircleX className="size-5 text-state-loss" strokeWidth={1.5} aria-hidden="true" />}
        title="This page could not be drawn"
        action={<Button onClick={retry}>Try again</Button>}
        className="max-w-md"
      >
        <p>No money was spent by this. What runs goes on by itself, and what is in the library stays there.</p>
      </Notice>
    </main>
  )
}
