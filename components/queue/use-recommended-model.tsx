'use client'

import { useQuery } from '@tanstack/react-query'
import { quoteQuery } from '@/components/create/quote-query'
import { moveTo } from '@/components/create/start'
import { modelsQuery } from '@/components/query/models-query'
import { Fill } from '@/components/queue/use-again'
import { pricingOf } from '@/lib/generations/pricing-key'
import type { GenerationView } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'
import { formatUsd } from '@/lib/money/format'

interface UseRecommendedModelProps {
  view: GenerationView
  onUsed?: (() => void) | undefined
}

/** Fills the form with the same settings for the model that the provider recommends, and says what it would cost. */
export function UseRecommendedModel({ view, onUsed }: UseRecommendedModelProps) {
  const id = view.problem?.recommendedModel ?? null
  const { data: catalogue } = useQuery({ ...modelsQuery(), enabled: id !== null })
  const model = catalogue?.models.find((offer) => offer.id === id && !offer.offline)
  return model ? <UseModel view={view} model={model} onUsed={onUsed} /> : null
}

function UseModel({ view, model, onUsed }: UseRecommendedModelProps & { model: ModelOffer }) {
  const { input } = moveTo(model, view.input)
  const { data: quote } = useQuery({ ...quoteQuery(pricingOf(input)), refetchInterval: false })
  return (
    <Fill input={input} fromId={view.id} what="settings" kind="plain" onUsed={onUsed}>
      Use {model.name}
      {quote && ` · ${formatUsd(quote.microUsd)}`}
    </Fill>
  )
}
