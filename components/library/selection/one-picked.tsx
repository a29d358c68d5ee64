import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useRef, useState } from 'react'
import { isOver } from '@/components/generation/states'
import { isUnclear } from '@/components/generation/unclear'
import { countWords } from '@/components/generation/words'
import { AskAgain } from '@/components/library/again/ask-again'
import { useAgainCommands } from '@/components/library/again/use-again-commands'
import { useBuyAgain } from '@/components/library/again/use-buy-again'
import { reuseCommands } from '@/components/library/reuse-commands'
import { useGridState } from '@/components/library/selection/use-grid-state'
import { selectedWords } from '@/components/library/selection/use-selection-commands'
import { useFrameCommands } from '@/components/library/use-frame-commands'
import { useFrames } from '@/components/library/use-frames'
import { refuse } from '@/components/library/verbs/notice-store'
import { useCommands } from '@/components/palette/commands'
import { usePaletteState } from '@/components/palette/palette-state'
import { fetchJson } from '@/components/query/fetch-json'
import { keys } from '@/components/query/keys'
import { Button, buttonClass } from '@/components/ui/button'
import type { GenerationView } from '@/lib/generations/view'

const GROUP = selectedWords(1)
const TAKES = 4

/** While one clip is selected the palette offers what its own page does: to use it, go on from it, make it again. */
export function OnePicked() {
  const id = useGridState(({ picked }) => (picked.size === 1 ? [...picked.keys()][0] : undefined))
  const { data: view } = useQuery({
    queryKey: keys.generation(id ?? ''),
    queryFn: ({ signal }) => fetchJson<GenerationView>(`/api/generations/${id}`, signal),
    enabled: id !== undefined,
  })
  if (id === undefined || view?.id !== id || !isOver(view) || isUnclear(view)) return null
  return <Offered key={id} view={view} />
}

function Offered({ view }: { view: GenerationView }) {
  const { push } = useRouter()
  const { open } = usePaletteState()
  // Looking at a list asks for no prices: only who opens the palette sees them.
  const again = useBuyAgain(view, open)
  const frames = useFrames(view, useRef(null))
  useAgainCommands(again, TAKES, GROUP)
  useFrameCommands(frames, view.clip ? GROUP : null, false)
  useCommands(useMemo(() => reuseCommands(view, push, GROUP), [view, push]))
  const { said, sending } = again
  // What is in doubt keeps its ids, also out of sight.
  const [hidden, hide] = useState<string | null>(null)
  useEffect(() => {
    if (sending > 0) hide(null)
  }, [sending])
  useEffect(() => {
    if (frames.said !== null) refuse(frames.said)
  }, [frames.said])
  const words = frames.busy
    ? 'Taking the frame…'
    : sending > 0
      ? `Recording ${countWords(sending, 'take')}…`
      : said === hidden
        ? null
        : said
  return (
    <div className="pointer-events-auto contents">
      <p role="status" className={words === null ? 'sr-only' : NOTICE}>
        {words !== null && <span className="min-w-0">{words}</span>}
        {words !== null && words === said && (
          <>
            <Link href="/" className={buttonClass({ size: 'card' })}>
              See it in Create
            </Link>
            <Button kind="ghost" size="card" onClick={() => (again.inDoubt ? hide(said) : again.leave())}>
              Hide
            </Button>
          </>
        )}
      </p>
      <AskAgain again={again} />
    </div>
  )
}

const NOTICE =
  'pointer-events-auto flex max-w-full items-center gap-3 rounded-card bg-popover py-1.5 pr-1.5 pl-4 shadow-popover'
