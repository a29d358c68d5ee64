import { type KeyboardEvent, useState } from 'react'
import type { FieldPlace } from '@/components/create/media/places'
import { Button } from '@/components/ui/button'
import { errorId } from '@/components/ui/field'
import type { Medium } from '@/lib/generations/media-input'
import { addressIssue } from '@/lib/generations/web-address'

interface UrlEntryProps {
  place: FieldPlace
  onAdd: (medium: Medium) => void
  onClose: () => void
}

const INPUT =
  'h-9 min-w-0 rounded-control border border-control-line bg-surface-2 px-3 text-body max-md:h-11 max-md:text-touch'

/** An address of the person's own: it goes to Venice as it is, and is opened there, never here. */
export function UrlEntry({ place, onAdd, onClose }: UrlEntryProps) {
  const [url, setUrl] = useState('')
  const [seconds, setSeconds] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  // Only the length of reference videos is part of the price question.
  const asksLength = place.name === 'referenceVideos'
  const id = `${place.name}-url`

  function add() {
    const length = Number(seconds.replace(',', '.'))
    const wrong = addressIssue(url.trim())
    if (wrong !== null) setRefusal(wrong)
    else if (asksLength && !(length > 0)) setRefusal('Say how long the clip is: the price depends on it.')
    else onAdd({ kind: 'url', url: url.trim(), seconds: asksLength ? length : null })
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') add()
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the inputs in it, as in a form
    <div className="flex flex-col gap-2" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap gap-2">
        <input
          // biome-ignore lint/a11y/noAutofocus: it stands where somebody has just asked for it
          autoFocus
          type="url"
          inputMode="url"
          aria-label={`Address for ${place.field}`}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? errorId(id) : `${id}-note`}
          placeholder="https://…"
          spellCheck={false}
          autoComplete="off"
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          className={`${INPUT} flex-1 basis-48`}
        />
        {asksLength && (
          <input
            inputMode="decimal"
            aria-label="Length in seconds"
            placeholder="Seconds"
            value={seconds}
            onChange={(event) => setSeconds(event.target.value)}
            className={`${INPUT} w-24`}
          />
        )}
        <Button size="form" kind="quiet" onClick={add}>
          Add
        </Button>
        <Button size="form" kind="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
      {refusal ? (
        <p role="alert" id={errorId(id)} className="text-small text-state-loss">
          {refusal}
        </p>
      ) : (
        <p id={`${id}-note`} className="text-small text-ink-3">
          It is sent as it is. Venice opens it; this studio never does.
        </p>
      )}
    </div>
  )
}
