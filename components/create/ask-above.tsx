import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import { formatUsd } from '@/lib/money/format'

/** A price above the amount the person set to be asked about. µUSD. */
export interface AskedAbove {
  microUsd: number
  askAboveMicroUsd: number
}

interface AskAboveProps extends AskedAbove {
  onConfirm: () => void
  onClose: () => void
}

/** Asks once more before a price is paid that the person wanted to be told about. */
export function AskAbove({ microUsd, askAboveMicroUsd, onConfirm, onClose }: AskAboveProps) {
  return (
    <Sheet label={TITLE} onClose={onClose} className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card p-5">
      <h2 className="font-semibold text-title">{TITLE}</h2>
      <p className="mt-2 text-ink-2">
        This costs {formatUsd(microUsd)}, more than the {formatUsd(askAboveMicroUsd)} you asked to be told about.
      </p>
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button autoFocus onClick={onClose}>
          Not now
        </Button>
        <Button kind="buy" onClick={onConfirm}>
          Yes, generate · {formatUsd(microUsd)}
        </Button>
      </div>
    </Sheet>
  )
}

const TITLE = 'Generate at this price?'
