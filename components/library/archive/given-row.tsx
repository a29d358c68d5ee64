import { SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { fillForm } from '@/components/create/form-store'
import { ProgressBar } from '@/components/library/archive/progress-bar'
import { fillingOf, restoredWords } from '@/components/library/archive/restored'
import type { GivenFile } from '@/components/library/archive/use-restore'
import { Button, buttonClass } from '@/components/ui/button'
import type { FoundSettings } from '@/lib/library/archive/view'

/** What became of a file, and what can be done with it. */
export function GivenRow({ file }: { file: GivenFile }) {
  const { name, state } = file
  return (
    <li className="flex flex-col gap-2 border-line border-t py-3">
      <p className="truncate font-medium text-body">{name}</p>
      {state.kind === 'sending' && (
        <ProgressBar label={`Sending ${name}`} share={state.share}>
          {state.share < 1 ? `${Math.floor(state.share * 100)} % sent` : 'Being checked'}
        </ProgressBar>
      )}
      {state.kind === 'failed' && (
        <p role="alert" className="text-small text-state-loss">
          {state.sentence}
        </p>
      )}
      {state.kind === 'done' &&
        (state.found ? (
          <Found found={state.found} />
        ) : (
          <p className="text-ink-2 text-small">{state.isClip ? PLAIN : NO_CLIP}</p>
        ))}
    </li>
  )
}

const PLAIN = 'It does not say how it was made: it is an upload now, for any field that takes a clip.'

const NO_CLIP = 'It is no clip: it is an upload now, for fields that take what it is.'

function Found({ found }: { found: FoundSettings }) {
  const router = useRouter()
  return (
    <>
      <p className="line-clamp-2 text-body text-ink-2">{found.input.prompt}</p>
      <p className="text-ink-2 text-small">{restoredWords(found)}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="card"
          onClick={() => {
            fillForm(fillingOf(found))
            router.push('/')
          }}
        >
          <SlidersHorizontal aria-hidden size={14} strokeWidth={1.5} />
          Use settings
        </Button>
        {found.clip && (
          <Link href={`/library/${found.clip.id}`} className={buttonClass({ kind: 'ghost', size: 'card' })}>
            Show the clip
          </Link>
        )}
      </div>
    </>
  )
}
