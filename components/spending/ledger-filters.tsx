'use client'

import { useRouter } from 'next/navigation'
import { ENTRIES, type SpendingAddress, spendingHref } from '@/components/spending/address'
import { ENTRY_NAMES } from '@/components/spending/entry-words'
import { Select } from '@/components/ui/select'
import type { ModelSpending } from '@/lib/generations/spending-view'

const LOOK = 'h-8 rounded-control border-line-strong bg-bg max-md:h-11'

interface LedgerFiltersProps {
  address: SpendingAddress
  models: readonly ModelSpending[]
}

/** Which entries are shown; the choice is in the address. */
export function LedgerFilters({ address, models }: LedgerFiltersProps) {
  const router = useRouter()
  const choose = (change: Partial<SpendingAddress>) =>
    router.replace(spendingHref({ ...address, ...change }), { scroll: false })
  const listed = models.some(({ id }) => id === address.model)
  return (
    <>
      <Select
        aria-label="Entries"
        value={address.entry ?? ''}
        onChange={({ target }) => choose({ entry: ENTRIES.find((kind) => kind === target.value) ?? null })}
        className={LOOK}
      >
        <option value="">All entries</option>
        {ENTRIES.map((kind) => (
          <option key={kind} value={kind}>
            {ENTRY_NAMES[kind]}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Models"
        value={address.model ?? ''}
        onChange={({ target }) => choose({ model: target.value === '' ? null : target.value })}
        className={`${LOOK} max-w-44`}
      >
        <option value="">All models</option>
        {address.model !== null && !listed && <option value={address.model}>{address.model}</option>}
        {models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  )
}
