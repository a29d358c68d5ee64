import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { rowAfterKey } from '@/components/create/row-after-key'
import { matching, offered, type PaletteItem } from '@/components/palette/items'
import { optionId, PaletteList } from '@/components/palette/palette-list'
import { PaletteSearch } from '@/components/palette/palette-search'
import { sayRefusal } from '@/components/palette/palette-state'
import { keepRecent, readRecents } from '@/components/palette/recent'
import { useClips } from '@/components/palette/use-clips'
import { useItems } from '@/components/palette/use-items'
import { Sheet } from '@/components/ui/sheet'

const LIST = 'palette-list'

/** Goes anywhere and does anything, by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState<string | null>(null)
  const [recents] = useState(readRecents)
  const { push } = useRouter()
  const items = useItems()
  const clips = useClips(typed)
  const groups = typed.trim() === '' ? offered(items, recents) : withClips(matching(typed, items, recents), clips.items)
  const rows = groups.flatMap((group) => group.items)
  const at = Math.max(
    0,
    rows.findIndex(({ key }) => key === marked),
  )
  const row = rows[at] ?? null
  const list = useScrolling(row?.key)

  function choose(item: PaletteItem) {
    keepRecent(item)
    // Focus goes back to where it was before anything else takes it.
    flushSync(onClose)
    void carryOut(item, push)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const next = rows[rowAfterKey(event.key, at, rows.length) ?? -1]
    if (next) {
      event.preventDefault()
      setMarked(next.key)
    } else if (event.key === 'Enter' && row) {
      event.preventDefault()
      choose(row)
    }
  }

  return (
    <Sheet
      label="Search or jump to"
      onClose={onClose}
      className="animate-none! max-md:mt-auto max-md:h-[85dvh] max-md:w-full max-md:rounded-t-card md:mx-auto md:mt-[12vh] md:w-[min(40rem,calc(100vw-3rem))] md:rounded-card"
    >
      <div className="flex max-h-full flex-col max-md:h-full md:max-h-[min(32rem,70vh)]">
        <PaletteSearch
          listId={LIST}
          activeId={row ? optionId(LIST, at) : undefined}
          typed={typed}
          onType={(words) => {
            setTyped(words)
            setMarked(null)
          }}
          onKeyDown={onKeyDown}
          onClose={onClose}
          count={rows.length}
          searching={clips.searching}
        />
        <PaletteList
          id={LIST}
          ref={list}
          groups={groups}
          active={row}
          onMark={(item) => setMarked(item.key)}
          onChoose={choose}
        />
      </div>
    </Sheet>
  )
}

/** They come last, so that nothing moves under the hand when the server answers. */
function withClips(groups: ReturnType<typeof matching>, clips: PaletteItem[]) {
  const [first] = clips
  return first ? [...groups, { heading: first.group, items: clips }] : groups
}

async function carryOut({ run, href }: PaletteItem, push: (href: string) => void): Promise<void> {
  const outcome = run?.()
  if (href !== null) push(href)
  try {
    const result = await outcome
    if (result?.ok === false) sayRefusal(result.sentence)
  } catch {
    sayRefusal('The studio did not answer. See how this stands before you try again.')
  }
}

/** Keeps the marked row in view. */
function useScrolling(key: string | undefined) {
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row is found by its state in the page
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [key])
  return list
}
