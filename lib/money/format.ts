const MICRO = 1_000_000

const withDigits = (minimumFractionDigits: number, maximumFractionDigits: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits, maximumFractionDigits })

// Made once: making one costs more than a whole tile of the library.
const CENTS = withDigits(2, 2)
const UNDER_A_CENT = withDigits(4, 4)
const OTHER = withDigits(2, 6)

/**
 * An amount for the screen: `$0.35`, `$0.0042` under a cent, `$1,204.50`, `−$0.21` with U+2212.
 * @param microUsd an integer, µUSD
 */
export function formatUsd(microUsd: number): string {
  const size = Math.abs(microUsd)
  const amount = (size > 0 && size < MICRO / 100 ? UNDER_A_CENT : CENTS).format(size / MICRO)
  return `${microUsd < 0 ? '−' : ''}$${amount}`
}

const UNITS: Record<string, string> = { BUNDLED_CREDITS: 'bundled credits' }

/** An amount in the unit it was billed in, never converted: `$0.35`, `0.35 DIEM`. @param amountMicro millionths of it */
export function formatAmount(amountMicro: number, currency: string): string {
  if (currency === 'USD') return formatUsd(amountMicro)
  return `${OTHER.format(amountMicro / MICRO).replace('-', '−')} ${UNITS[currency] ?? currency}`
}

/** USD as the API writes it (a JSON number) to µUSD; rounds to the nearest micro-dollar, never truncates. */
export function toMicroUsd(usd: number): number {
  return Math.round(usd * MICRO)
}
