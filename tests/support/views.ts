import type { MoneyView, SpendNow } from '@/lib/generations/view'

/** Nothing spent and nothing limited; tests change what they are about. */
export function aSpend(change: Partial<SpendNow> = {}): SpendNow {
  return {
    day: '2026-11-24',
    chargedMicroUsd: 0,
    heldMicroUsd: 0,
    uncertainMicroUsd: 0,
    dayHeldMicroUsd: 0,
    dayUncertainMicroUsd: 0,
    dayUnknown: 0,
    dayCapMicroUsd: null,
    dayLeftMicroUsd: null,
    generationCapMicroUsd: null,
    askAboveMicroUsd: null,
    projects: [],
    ...change,
  }
}

/** How money stands, as quoted. */
export function aMoney(change: Partial<MoneyView> = {}): MoneyView {
  return {
    label: 'Charged',
    microUsd: 350_000,
    asQuoted: true,
    billed: null,
    refundedMicroUsd: 0,
    refund: null,
    ...change,
  }
}
