'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { newId } from '@/components/create/new-id'
import { UnderWayLine } from '@/components/library/archive/under-way-line'
import { Section } from '@/components/spending/section'
import { buttonClass } from '@/components/ui/button'

/** Saves everything as one archive. */
export function ExportPart() {
  const [name, setName] = useState<string | null>(null)
  return (
    <Section id="export" title="Export everything" className="py-4">
      <p className="max-w-prose text-body text-ink-2">
        One ZIP archive of every clip and upload as it came, with quotes, charges, the ledger, projects, tags and notes
        as JSON and CSV. No key and nothing that could open your account is in it. It is made while it is saved, so it
        needs no room here.
      </p>
      <div className="mt-3 flex max-w-prose flex-col gap-3">
        <a
          href={`/api/library/export?name=${name ?? ''}`}
          download
          className={buttonClass({}, 'self-start')}
          onClick={(event) => {
            const next = newId()
            event.currentTarget.href = `/api/library/export?name=${next}`
            setName(next)
          }}
        >
          <Download aria-hidden size={14} strokeWidth={1.5} />
          Export everything
        </a>
        <UnderWayLine name={name} />
      </div>
    </Section>
  )
}
