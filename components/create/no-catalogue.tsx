'use client'

import { Unplug } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** There is no list of models and no older copy of one: nothing can be made until there is. */
export function NoCatalogue({ sentence }: { sentence: string }) {
  const router = useRouter()
  const [asking, ask] = useTransition()
  return (
    <Notice
      icon={<Unplug className="size-5 text-ink-2" strokeWidth={1.5} aria-hidden="true" />}
      title="Venice does not answer"
      action={
        <Button onClick={() => ask(() => router.refresh())} aria-disabled={asking}>
          {asking ? 'Asking…' : 'Try again'}
        </Button>
      }
      className="m-4 max-w-md md:m-6"
    >
      <p>No money was spent. What runs is kept and goes on by itself. {sentence}</p>
    </Notice>
  )
}
