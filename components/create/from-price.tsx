import { useQuery } from '@tanstack/react-query'
import { pricesQuery } from '@/components/create/prices-query'
import { formatUsd } from '@/lib/money/format'

/** The last price known for the model at its cheapest, while one is known. */
export function FromPrice({ modelId }: { modelId: string }) {
  const { data } = useQuery(pricesQuery)
  const hint = data?.find((price) => price.modelId === modelId)
  return (
    <span className="block min-h-4 text-ink-2">
      {hint && (
        <>
          from <strong className="font-semibold text-ink">{formatUsd(hint.microUsd)}</strong>
        </>
      )}
    </span>
  )
}
