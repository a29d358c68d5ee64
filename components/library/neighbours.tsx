'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useHydrated } from '@/components/generation/use-hydrated'
import { usePageKeys } from '@/components/library/use-page-keys'
import { leftQuery } from '@/components/library/way-back'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { Button } from '@/components/ui/button'
import type { Beside } from '@/lib/library/beside-view'
import { parseLibraryQuery, writeLibraryQuery } from '@/lib/library/library-query'

/** The clips before and after this one in what the library showed last; nothing where it is not among those. */
export function Neighbours({ id }: { id: string }) {
  const router = useRouter()
  const hydrated = useHydrated()
  const query = hydrated ? writeLibraryQuery(parseLibraryQuery(new URLSearchParams(leftQuery()))).toString() : ''
  const { data: beside } = useQuery({
    queryKey: keys.beside(id, query),
    queryFn: ({ signal }) => fetchJson<Beside | null>(`/api/library/${id}/beside?${query}`, signal),
    enabled: hydrated,
  })
  // In place of this one, so that Back still leads to where it was opened from.
  const go = (to: string | null) => to !== null && router.replace(`/library/${to}`)
  usePageKeys({ '[': () => go(beside?.previous ?? null), ']': () => go(beside?.next ?? null) })
  if (!beside || beside.of < 2) return null
  return (
    <span className="flex shrink-0 items-center text-ink-2">
      <span className="mr-2 whitespace-nowrap text-small max-sm:hidden">
        {beside.number.toLocaleString('en-US')} of {beside.of.toLocaleString('en-US')}
      </span>
      <Step name="Previous clip" shortcut="[" to={beside.previous} onGo={go}>
        <ChevronLeft aria-hidden size={16} strokeWidth={1.5} />
      </Step>
      <Step name="Next clip" shortcut="]" to={beside.next} onGo={go}>
        <ChevronRight aria-hidden size={16} strokeWidth={1.5} />
      </Step>
    </span>
  )
}

interface StepProps extends React.PropsWithChildren {
  name: string
  shortcut: string
  to: string | null
  onGo: (to: string | null) => void
}

function Step({ name, shortcut, to, onGo, children }: StepProps) {
  return (
    <Button
      kind="ghost"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      aria-disabled={to === null}
      title={`${name} (${shortcut})`}
      onClick={() => onGo(to)}
      className="w-8 px-0! max-md:w-11"
    >
      {children}
    </Button>
  )
}
