import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { misfits } from '@/components/create/misfits'
import { difference } from '@/components/create/price-change'
import { quoteQuery } from '@/components/create/quote-query'
import { type FormState, moveTo } from '@/components/create/start'
import { choiceWords } from '@/components/create/words'
import { WaveLines } from '@/components/ui/wave-lines'
import { pricingOf } from '@/lib/generations/pricing-key'
import { lengthLabel, needsLabel, privacyLabel, resolutionsLabel, soundLabel } from '@/lib/models/describe'
import type { ModelOffer } from '@/lib/models/offer'
import { formatUsd } from '@/lib/money/format'

const SETTLE_MS = 300

interface PickerPaneProps {
  model: ModelOffer
  form: FormState
  /** The price of the form as it is, µUSD. */
  microUsd: number | null
}

/** The highlighted model in full, and what the form as it is would cost with it. */
export function PickerPane({ model, form, microUsd }: PickerPaneProps) {
  return (
    <aside
      aria-label={model.name}
      className="flex w-71 shrink-0 flex-col overflow-y-auto border-line border-l p-4 max-xl:hidden"
    >
      <WaveLines className="h-24 w-full shrink-0 rounded-control" />
      <h2 className="mt-4 font-semibold text-title leading-5">{model.name}</h2>
      <p className="mt-1 break-all font-mono text-caption text-ink-2">{model.id}</p>
      <dl className="mt-3 grid grid-cols-[88px_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-small">
        <Fact name="Needs" words={needsLabel(model)} />
        <Fact name="Also takes" words={model.takes.join(', ')} />
        <Fact name="Length" words={lengthLabel(model.durations)} />
        <Fact name="Resolution" words={resolutionsLabel(model)} />
        <Fact name="Aspect ratio" words={model.aspectRatios.join(', ')} />
        <Fact name="Sound" words={soundLabel(model.sound)} />
        <Fact name="Privacy" words={privacyLabel(model.privacy)} />
        <Fact name="Prompt" words={`to ${model.promptLimit.toLocaleString('en-US')} characters`} />
      </dl>
      <div className="mt-4 border-line border-t pt-4">
        <h3 className="text-small text-ink-3">At your settings</h3>
        {model.offline ? (
          <p className="mt-1 text-small text-ink-2">Offline at Venice: it can’t be chosen now.</p>
        ) : (
          <PriceAtSettings model={model} form={form} microUsd={microUsd} />
        )}
      </div>
    </aside>
  )
}

function Fact({ name, words }: { name: string; words: string }) {
  if (words === '') return null
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>{words}</dd>
    </>
  )
}

function PriceAtSettings({ model, form, microUsd }: PickerPaneProps) {
  const fitted = moveTo(model, form.input, form.aside).input
  const lacksSource = model.kind === 'upscale' && fitted.media.sourceVideo === null
  const settled = useSettled(model.id)
  const { data, error } = useQuery({
    ...quoteQuery(pricingOf(fitted)),
    refetchInterval: false,
    enabled: settled === model.id && !lacksSource,
  })
  if (lacksSource) return <p className="mt-1 text-small text-ink-2">By the length of the video it enlarges.</p>
  if (error) return <p className="mt-1 text-small text-ink-2">{error.message}</p>
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-semibold text-money">{data ? formatUsd(data.microUsd) : '–'}</span>
        <span className="text-small text-ink-2">
          {data && microUsd !== null && againstNow(microUsd, data.microUsd)}
        </span>
      </p>
      <p className="mt-1 text-small text-ink-2">
        {choiceWords(fitted, model)}. {misfits(form.input, fitted).join(' ')}
      </p>
    </>
  )
}

function againstNow(now: number, then: number): string {
  return now === then ? 'as now' : `${difference(now, then).toLowerCase()} from now`
}

/** Follows the highlight once it rests. */
function useSettled(id: string): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(id), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [id])
  return settled
}
