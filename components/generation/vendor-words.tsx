import { ChevronRight } from 'lucide-react'
import { buttonClass } from '@/components/ui/button'
import type { ProblemView } from '@/lib/generations/view'

/** The vendor's own words, one click away and always as text; nothing where the sentence already has them. */
export function VendorWords({ problem }: { problem: ProblemView | null }) {
  const said = problem?.said?.trim() ?? ''
  if (said === '' || problem?.sentence.includes(said)) return null
  return (
    <details className="group text-small open:basis-full">
      <summary className={buttonClass({ kind: 'ghost', size: 'card' })}>
        <ChevronRight aria-hidden size={14} strokeWidth={1.5} className="transition-transform group-open:rotate-90" />
        What it said
      </summary>
      <p dir="auto" className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap break-words px-2 text-ink-2">
        {said}
      </p>
    </details>
  )
}
