'use client'

import { Bookmark } from 'lucide-react'
import { useState } from 'react'
import { saveSearch } from '@/app/actions/library'
import { queryKey } from '@/components/library/address'
import { NameDialog } from '@/components/library/name-dialog'
import { useChange } from '@/components/library/verbs/use-change'
import { buttonClass } from '@/components/ui/button'
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
        onClick={() => setAsking(true)}
        className={buttonClass({ kind: 'ghost' }, 'px-2!')}
      >
        <Bookmark aria-hidden size={14} strokeWidth={1.5} />
        Save search
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
