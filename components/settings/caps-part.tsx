'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CapsDialog } from '@/components/spending/caps-dialog'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import type { SpendingView } from '@/lib/generations/spending-view'
import { formatUsd } from '@/lib/money/format'

/** What may be spent, by anybody. */
export function CapsPart({ view, mayChange }: { view: SpendingView; mayChange: boolean }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const { dayCapMicroUsd, generationCapMicroUsd, askAboveMicroUsd } = view.rules
  const close = () => {
    setOpen(false)
    router.refresh()
  }
  return (
    <Section id="caps" title="What may be spent" note="Of the key in use; for everybody">
      <dl className="flex flex-col border-line border-t text-body">
        <Line name="Cap for a day" value={amount(dayCapMicroUsd, 'No cap')} />
        <Line name="Cap for one generation" value={amount(generationCapMicroUsd, 'No cap')} />
        <Line name="Ask me above" value={amount(askAboveMicroUsd, 'Never')} />
        <Line name="Days begin at midnight in" value={view.timeZone.replaceAll('_', ' ')} />
      </dl>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {mayChange && (
          <Button kind="quiet" size="form" onClick={() => setOpen(true)}>
            Change
          </Button>
        )}
        <p className="text-small text-ink-2">
          Caps of projects are set in{' '}
          <Link href="/spending" className="text-ink underline decoration-ink-3 underline-offset-3">
            Spending
          </Link>
          .
        </p>
      </div>
      {open && <CapsDialog view={view} onClose={close} />}
    </Section>
  )
}

function Line({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex min-h-11 items-center justify-between gap-3 border-line border-b">
      <dt className="text-ink-2">{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

const amount = (microUsd: number | null, none: string) => (microUsd === null ? none : formatUsd(microUsd))
