'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sendCutOff } from '@/components/library/verbs/changes'
import { keys } from '@/components/query/keys'

/** On every page: makes the changes of clips that a reload cut off, and shows them. */
export function CutOff() {
  const client = useQueryClient()
  useEffect(() => {
    void sendCutOff().then((any) => {
      if (!any) return
      for (const queryKey of [keys.libraryHeads, keys.libraries, keys.libraryLists, keys.everyGeneration])
        void client.invalidateQueries({ queryKey })
    })
  }, [client])
  return null
}
