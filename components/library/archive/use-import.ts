import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { postFile, sentenceIn, valueIn } from '@/components/query/post-file'
import type { ImportView } from '@/lib/library/archive/view'

/** ms */
const EVERY = 1000

const isGoing = (job: ImportView | null | undefined) => job?.state === 'receiving' || job?.state === 'importing'

/** The import that goes on in the studio, whoever began it, and a way to begin one. */
export function useImport() {
  const client = useQueryClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: keys.archiveImport,
    queryFn: ({ signal }) => fetchJson<{ job: ImportView | null }>('/api/library/import', signal),
    refetchInterval: ({ state }) => (isGoing(state.data?.job) ? EVERY : false),
  })
  const job = data?.job ?? null
  const state = job?.state ?? null
  useEffect(() => {
    // What it brought is seen everywhere.
    if (state === 'done' || state === 'failed') void client.invalidateQueries({ queryKey: keys.libraries })
  }, [state, client])

  async function begin(file: File): Promise<void> {
    setRefusal(null)
    const sending = postFile('/api/library/import', file, {})
    // From now on the studio tells how it goes.
    const soon = setTimeout(() => void client.invalidateQueries({ queryKey: keys.archiveImport }), EVERY / 4)
    const answered = await sending
    clearTimeout(soon)
    if (answered === 'broken') setRefusal('The studio does not answer, or the file broke off. Nothing was imported.')
    else if (answered && valueIn(answered.answer, 'ok') !== true)
      setRefusal(sentenceIn(answered.answer, answered.status))
    void client.invalidateQueries({ queryKey: keys.archiveImport })
  }

  return { job, going: isGoing(job), refusal, begin }
}
