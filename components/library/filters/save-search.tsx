'use client'

import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { saveSearch } from '@/app/actions/library'
import { queryKey } from '@/components/library/address'
import { inField } from '@/components/library/filters/search-box'
import { NameDialog } from '@/components/library/name-dialog'
import { useChange } from '@/components/library/verbs/use-change'
import type { LibraryQuery } from '@/lib/library/library-query'

/** Keeps what is looked for under a name, in the sidebar. */
export function SaveSearch({ query }: { query: LibraryQuery }) {
  const [asking, setAsking] = useState(false)
  const { change, pending, refusal, forget } = useChange()
  const close = () => {
    setAsking(false)
    forget()
  }
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label="Save search"
        title="Save search"
        onClick={() => setAsking(true)}
        className={inField}
      >
        <Bookmark aria-hidden size={14} strokeWidth={1.5} />
      </button>
      {asking && (
        <NameDialog
          title="Save this search"
          save="Save"
          initial={query.text}
          pending={pending}
          refusal={refusal}
          onClose={close}
          onName={(name) =>
            change(() => saveSearch(name, queryKey({ ...query, account: null })), `Saved as “${name}”.`, close)
          }
        />
      )}
    </>
  )
}
