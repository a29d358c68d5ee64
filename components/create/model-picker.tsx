import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { readRecentModels } from '@/components/create/memory'
import { PickerFilters } from '@/components/create/picker-filters'
import { PickerFoot } from '@/components/create/picker-foot'
import { PickerFrame } from '@/components/create/picker-frame'
import { optionId, PickerList } from '@/components/create/picker-list'
import { PickerPane } from '@/components/create/picker-pane'
import { NO_WISHES, type PickerWishes, pickerGroups } from '@/components/create/picker-wishes'
import { pricesQuery } from '@/components/create/prices-query'
import { rowAfterKey } from '@/components/create/row-after-key'
import type { FormState } from '@/components/create/start'
import { CloseOnPhone, ListSearch } from '@/components/ui/list-search'
import { systemClock } from '@/lib/clock'
import type { Catalogue, ModelOffer } from '@/lib/models/offer'

const LIST = 'model-list'

interface ModelPickerProps {
  catalogue: Catalogue
  chosen: ModelOffer
  form: FormState
  microUsd: number | null
  anchor: RefObject<HTMLElement | null>
  onChoose: (model: ModelOffer) => void
  onClose: () => void
}

/** A hundred models to choose from: searched, filtered and compared without leaving the form. */
export function ModelPicker({ catalogue, chosen, form, microUsd, anchor, onChoose, onClose }: ModelPickerProps) {
  const [wishes, setWishes] = useState(NO_WISHES)
  const [recent] = useState(readRecentModels)
  const [now] = useState(systemClock)
  const [marked, setMarked] = useState<string>(chosen.id)
  const { data: prices = [] } = useQuery(pricesQuery)

  const groups = pickerGroups(catalogue.models, wishes, prices, recent)
  const rows = groups.flatMap((group) => group.models)
  const highlighted = rows.find((model) => model.id === marked) ?? rows[0] ?? null
  const scrollTo = useScrollTo(chosen.id)

  function wish(change: Partial<PickerWishes>) {
    setWishes({ ...wishes, ...change })
  }

  function choose(model: ModelOffer) {
    onChoose(model)
    onClose()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const at = highlighted ? rows.indexOf(highlighted) : -1
    const next = rows[rowAfterKey(event.key, at, rows.length) ?? -1]
    if (next) {
      event.preventDefault()
      setMarked(next.id)
      scrollTo(next.id)
    } else if (event.key === 'Enter' && highlighted && !highlighted.offline) {
      event.preventDefault()
      choose(highlighted)
    }
  }

  return (
    <PickerFrame anchor={anchor} onClose={onClose}>
      <ListSearch
        label="Search models"
        placeholder="Name, maker or what it should take"
        listId={LIST}
        activeId={highlighted ? optionId(highlighted.id) : undefined}
        typed={wishes.words}
        onType={(words) => {
          wish({ words })
          setMarked('')
        }}
        onKeyDown={onKeyDown}
      >
        <span role="status" className="shrink-0 text-small text-ink-2 max-md:sr-only md:mr-4">
          {rows.length === catalogue.models.length
            ? `${rows.length} models`
            : `${rows.length} of ${catalogue.models.length} models`}
        </span>
        <CloseOnPhone onClose={onClose} />
      </ListSearch>
      <PickerFilters wishes={wishes} onWish={wish} />
      <div className="flex min-h-0 flex-1">
        {rows.length > 0 ? (
          <PickerList
            id={LIST}
            groups={groups}
            chosenId={chosen.id}
            highlightedId={highlighted?.id ?? null}
            prices={new Map(prices.map((price) => [price.modelId, price]))}
            now={now}
            onHighlight={(model) => setMarked(model.id)}
            onChoose={choose}
          />
        ) : (
          <NoMatch onClear={() => setWishes({ ...NO_WISHES, sort: wishes.sort })} />
        )}
        {highlighted && <PickerPane model={highlighted} form={form} microUsd={microUsd} />}
      </div>
      <PickerFoot catalogue={catalogue} />
    </PickerFrame>
  )
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <div id={LIST} className="flex-1 p-4">
      <p className="font-semibold text-body">No model does all of that</p>
      <p className="mt-1 text-body text-ink-2">Take a filter away, or search for less.</p>
      <button type="button" onClick={onClear} className="mt-3 text-body underline decoration-ink-3 underline-offset-3">
        Show all models
      </button>
    </div>
  )
}

/** Brings a row into view when a key moved the highlight there, and the chosen one at the start. */
function useScrollTo(startId: string) {
  const start = useRef(startId)
  useEffect(() => {
    document.getElementById(optionId(start.current))?.scrollIntoView({ block: 'center' })
  }, [])
  return (modelId: string) => document.getElementById(optionId(modelId))?.scrollIntoView({ block: 'nearest' })
}
