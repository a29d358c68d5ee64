'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createProject, emptyBin } from '@/app/actions/library'
import { countWords } from '@/components/generation/words'
import { clearPicked, gridState, pickOnly, sendTo, togglePicked } from '@/components/library/selection/grid-store'
import { libraryVerbs } from '@/components/library/verbs/library-verbs'
import { nextAfter } from '@/components/library/verbs/next-after'
import { refuse, say } from '@/components/library/verbs/notice-store'
import { keys } from '@/components/query/keys'
import type { LibraryItem } from '@/lib/library/view'

type Items = readonly LibraryItem[]

/** What is to be deleted, if anything, and the answers to that. */
export interface Deleting {
  asked: Items | null
  forGood: boolean
  keep: () => void
  go: () => void
}

export interface ListVerbs {
  star: (items: Items) => void
  rate: (items: Items, rating: number | null) => void
  tag: (items: Items, add: string[], remove: string[]) => void
  move: (items: Items, project: { id: string; name: string } | null) => void
  moveToNew: (items: Items, name: string) => void
  /** Asks first. */
  remove: (items: Items) => void
  restore: (items: Items) => void
  compare: () => void
  selectAll: () => void
  letGo: () => void
}

interface ListVerbsOptions {
  items: Items
  /** Whether clips that are moved to a project stay in the list on screen. */
  staysIn: (projectId: string | null) => boolean
  inBin: boolean
  /** Whose clips they are; null: of the account in use. */
  account: string | null
  /** How many are found; null while that is not known. */
  found: number | null
  /** Loads all that is found. */
  loadAll: () => Promise<Items>
}

/** So few and so many clips are compared at once. */
export const COMPARED = [2, 4] as const

/** What is done to the clips of the list on screen; `deleting.asked` goes if the person says so. */
export function useListVerbs(options: ListVerbsOptions) {
  const { inBin, account } = options
  const client = useQueryClient()
  const router = useRouter()
  const [asked, setAsked] = useState<Items | null>(null)
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const changes = useMemo(() => libraryVerbs(client), [client])
  // The same for every drawing: tiles and sidebar are only drawn again when what they show changes.
  const tileVerbs = useMemo(
    () => ({ toggle: togglePicked, star: (item: LibraryItem) => void changes.star([item], !item.starred) }),
    [changes],
  )
  /** Sends the keyboard to the clip that comes next, then takes these away. */
  const leaving = useCallback((gone: Items, act: () => Promise<boolean>) => {
    sendTo(nextAfter(latest.current.items, gone, gridState().active))
    void act()
  }, [])

  const verbs = useMemo((): ListVerbs => {
    const move: ListVerbs['move'] = (some, project) => {
      const leaves = !latest.current.staysIn(project?.id ?? null)
      const act = () => changes.move(some, project, leaves)
      if (leaves) leaving(some, act)
      else void act()
    }
    return {
      star: (some) => void changes.star(some, !some.every(({ starred }) => starred)),
      rate: (some, rating) => void changes.rate(some, rating),
      tag: (some, add, remove) => void changes.tag(some, add, remove),
      move,
      moveToNew: (some, name) => {
        void createProject(name, null)
          .catch(() => null)
          .then((made) => {
            if (!made?.ok) return refuse(made?.sentence ?? 'The studio did not answer. No project was made.')
            move(some, { id: made.id, name })
          })
      },
      remove: setAsked,
      restore: (some) => leaving(some, () => changes.unbin(some)),
      compare: () => {
        const ids = [...gridState().picked.keys()]
        if (ids.length < COMPARED[0] || ids.length > COMPARED[1]) return refuse('Select 2 to 4 clips to compare.')
        router.push(`/library/compare?ids=${ids.join(',')}`)
      },
      selectAll: () => {
        const { items, found, loadAll } = latest.current
        const all = gridState().picked.size >= items.length
        if (!all || found === null || items.length >= found) return select(items, found)
        void loadAll().then((loaded) => select(loaded, found))
      },
      letGo: () => {
        clearPicked()
        sendTo(gridState().active)
      },
    }
  }, [changes, leaving, router])

  return {
    verbs,
    tileVerbs,
    deleting: {
      asked,
      forGood: inBin,
      keep: () => setAsked(null),
      go: () => {
        setAsked(null)
        if (asked) leaving(asked, () => (inBin ? changes.deleteForGood(asked) : changes.bin(asked)))
      },
    },
    emptyBin: async () => {
      const result = await emptyBin(account).catch(() => null)
      if (!result?.ok) return refuse(result?.sentence ?? 'The studio did not answer. See what is still in the bin.')
      say(`Deleted ${countWords(result.count, 'clip')} for good.`)
      await Promise.all([
        client.invalidateQueries({ queryKey: keys.libraryLists }),
        client.invalidateQueries({ queryKey: keys.libraries }),
      ])
    },
  }
}

function select(items: Items, found: number | null): void {
  pickOnly(items)
  const rest = found === null ? 0 : found - items.length
  const words = `${countWords(items.length, 'clip')} selected.`
  say(rest > 0 ? `${words} ${rest.toLocaleString('en-US')} more are not loaded yet: press again for all.` : words)
}
