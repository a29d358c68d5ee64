import Link from 'next/link'
import { type SpendingAddress, spendingHref } from '@/components/spending/address'
import { PERIOD_NAMES } from '@/components/spending/period-words'
import { PERIODS } from '@/lib/generations/spending-period'

/** Which part of the past is shown. Links, so that each has its address and works before any script has loaded. */
export function PeriodLinks({ address }: { address: SpendingAddress }) {
  return (
    <nav
      aria-label="Period"
      className="flex h-8 rounded-control border border-line-strong bg-surface-1 p-px max-md:h-11"
    >
      {PERIODS.map((period) => (
        <Link
          key={period}
          href={spendingHref({ ...address, period })}
          scroll={false}
          aria-current={period === address.period ? 'true' : undefined}
          className="ring-inside flex flex-1 items-center justify-center whitespace-nowrap rounded-[5px] border border-transparent px-2.5 text-body text-ink-2 transition-colors hover:text-ink aria-[current]:border-line-strong aria-[current]:bg-surface-3 aria-[current]:font-medium aria-[current]:text-ink"
        >
          {PERIOD_NAMES[period]}
        </Link>
      ))}
    </nav>
  )
}
