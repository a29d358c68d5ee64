import { ChevronRight } from 'lucide-react'
import type { ProblemView } from '@/lib/generations/view'

/** The vendor's own words, one click away and always as text; nothing where the sentence already has them. */
export function VendorWords({ problem: { said, sentence } }: { problem: ProblemView }) {
  if (said === null || said.trim() === '' || sentence.includes(said.trim())) return null
  return (
    <details className="group text-small">
      <summary className="inline-flex items-center gap-1 text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight aria-hidden size={12} className="transition-transform group-open:rotate-90" />
        What it said
      </summary>
      <p dir="auto" className="mt-1 max-h-32 overflow-y-auto whitespace-pre-wrap break-words text-ink-2">
        {said}
      </p>
    </details>
  )
}
