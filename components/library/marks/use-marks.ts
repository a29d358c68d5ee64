import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { refusalOf } from '@/components/queue/use-act'
import type { Marks } from '@/lib/library/marks-view'
import type { LibraryResult } from '@/lib/library/view'

/** What the person made of a clip. */
const marksQuery = (id: string, initial: Marks) =>
  queryOptions({
    queryKey: keys.marks(id),
    queryFn: ({ signal }) => fetchJson<Marks>(`/api/library/${id}`, signal),
    initialData: initial,
  })

export interface MarksDesk {
  marks: Marks
  /** Why the last change was not made. */
  refusal: string | null
  /** Shows a change at once and makes it; shows what was before when it could not be made. */
  change: (next: (now: Marks) => Partial<Marks>, verb: () => Promise<LibraryResult>) => Promise<boolean>
  /** Notes that were saved. */
  remember: (remark: string) => void
}

export function useMarks(id: string, initial: Marks): MarksDesk {
  const client = useQueryClient()
  const { data: marks } = useQuery(marksQuery(id, initial))
  const [refusal, setRefusal] = useState<string | null>(null)
  const underWay = useRef(0)

  const change: MarksDesk['change'] = async (next, verb) => {
    underWay.current += 1
    setRefusal(null)
    void client.cancelQueries({ queryKey: keys.marks(id) })
    client.setQueryData<Marks>(keys.marks(id), (now) => now && { ...now, ...next(now) })
    const sentence = await refusalOf(verb)
    underWay.current -= 1
    setRefusal(sentence)
    // The studio has made all of them only after the last.
    if (underWay.current === 0) void client.invalidateQueries({ queryKey: keys.libraries })
    return sentence === null
  }

  const remember = (remark: string) => client.setQueryData<Marks>(keys.marks(id), (now) => now && { ...now, remark })

  return { marks, refusal, change, remember }
}
