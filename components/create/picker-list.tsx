import { Check } from 'lucide-react'
import { LeavesTag } from '@/components/create/leaves-tag'
import { KindTile, PrivacyFact, SoundFact } from '@/components/create/model-icons'
import type { PickerGroup } from '@/components/create/picker-wishes'
import { factsLine, lengthLabel, mediaLabel, resolutionsLabel } from '@/lib/models/describe'
import type { ModelOffer, PriceHint } from '@/lib/models/offer'
import { formatUsd } from '@/lib/money/format'

export const optionId = (modelId: string) => `model-option-${modelId}`

const ROW =
  'grid items-center gap-x-3 px-4 max-lg:grid-cols-[40px_minmax(0,1fr)_auto] lg:mx-2 lg:grid-cols-[40px_minmax(0,1fr)_96px_120px_96px_116px_64px] lg:px-2'

interface PickerListProps {
  id: string
  groups: readonly PickerGroup[]
  chosenId: string
  highlightedId: string | null
  prices: ReadonlyMap<string, PriceHint>
  now: number
  onHighlight: (model: ModelOffer) => void
  onChoose: (model: ModelOffer) => void
}

export function PickerList({
  id,
  groups,
  chosenId,
  highlightedId,
  prices,
  now,
  onHighlight,
  onChoose,
}: PickerListProps) {
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div aria-hidden="true" className="shrink-0 overflow-hidden [scrollbar-gutter:stable] max-lg:hidden">
        <div className={`${ROW} h-8 text-small text-ink-3`}>
          <span />
          <span>Model</span>
          <span>Length</span>
          <span>Resolution</span>
          <span>Sound</span>
          <span>Privacy</span>
          <span className="text-right">From</span>
        </div>
      </div>
      <div
        role="listbox"
        id={id}
        aria-label="Models"
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain pb-2 [scrollbar-gutter:stable]"
      >
        {groups.map(({ heading, models }) => (
          // biome-ignore lint/a11y/useSemanticElements: options are grouped, not controls
          <div role="group" key={heading} aria-labelledby={`${id}-${heading}`}>
            <p id={`${id}-${heading}`} className="px-4 pt-2 pb-1 font-semibold text-small">
              {heading} {heading !== 'Recent' && <span className="ml-1 font-normal text-ink-3">{models.length}</span>}
            </p>
            {models.map((model) => (
              <Row
                key={model.id}
                model={model}
                chosen={model.id === chosenId}
                highlighted={model.id === highlightedId}
                price={prices.get(model.id)}
                now={now}
                onHighlight={onHighlight}
                onChoose={onChoose}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

interface RowProps {
  model: ModelOffer
  chosen: boolean
  highlighted: boolean
  price: PriceHint | undefined
  now: number
  onHighlight: (model: ModelOffer) => void
  onChoose: (model: ModelOffer) => void
}

function Row({ model, chosen, highlighted, price, now, onHighlight, onChoose }: RowProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the search field points here by aria-activedescendant
    <div
      role="option"
      id={optionId(model.id)}
      aria-selected={chosen}
      aria-disabled={model.offline}
      onPointerMove={() => highlighted || onHighlight(model)}
      onClick={() => model.offline || onChoose(model)}
      className={`${ROW} h-10.5 rounded-control border max-lg:h-14 max-lg:rounded-none ${highlighted ? 'border-line-strong bg-surface-3' : 'border-transparent'} ${model.offline ? 'text-ink-3' : 'cursor-pointer text-ink-2'}`}
    >
      <KindTile kind={model.kind} />
      <span className="min-w-0">
        <span className={`flex items-center gap-2 ${model.offline ? '' : 'text-ink'}`}>
          <span className="truncate font-medium text-body leading-4.5 max-lg:text-prompt">{model.name}</span>
          {chosen && <Check className="size-3.5 shrink-0" strokeWidth={2} aria-label="chosen" />}
          <LeavesTag offer={model} />
          {model.offline && <Tag>Offline</Tag>}
          {model.beta && <Tag>Beta</Tag>}
        </span>
        <span className="block truncate text-small max-lg:hidden">{mediaLabel(model)}</span>
        <span className="block truncate text-small lg:hidden">{factsLine(model)}</span>
      </span>
      <span className={`truncate max-lg:hidden ${model.offline ? '' : 'text-ink'}`}>
        {lengthLabel(model.durations)}
      </span>
      <span className="truncate max-lg:hidden">{resolutionsLabel(model)}</span>
      <span className="max-lg:hidden">
        <SoundFact offer={model} />
      </span>
      <span className="max-lg:hidden">
        <PrivacyFact offer={model} />
      </span>
      <Price price={price} now={now} quiet={model.offline} />
    </div>
  )
}

function Tag({ children }: { children: string }) {
  return <span className="shrink-0 rounded-small border border-line-strong px-1.5 text-caption">{children}</span>
}

function Price({ price, now, quiet }: { price: PriceHint | undefined; now: number; quiet: boolean }) {
  if (!price) return <span className="text-right text-ink-3">–</span>
  return (
    <span className={`text-right font-semibold ${quiet ? '' : 'text-ink'}`} title={`Asked ${agoWords(now - price.at)}`}>
      {formatUsd(price.microUsd)}
    </span>
  )
}

const MINUTE = 60_000

/** The age of a known price, coarsely: it is a hint. */
function agoWords(ms: number): string {
  const minutes = Math.floor(ms / MINUTE)
  if (minutes < 1) return 'just now'
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`
}
