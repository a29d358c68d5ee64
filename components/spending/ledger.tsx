'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import type { SpendingAddress } from '@/components/spending/address'
import { LedgerFilters } from '@/components/spending/ledger-filters'
import { LedgerLine } from '@/components/spending/ledger-line'
import { Section } from '@/components/spending/section'
import { ledgerQuery } from '@/components/spending/spending-query'
import { Button } from '@/components/ui/button'
import type { LedgerPage, ModelSpending } from '@/lib/generations/spending-view'

interface LedgerProps {
  address: SpendingAddress
  first: LedgerPage
  models: readonly ModelSpending[]
  timeZone: string
  today: string
}

/** Every reserve, charge, release, refund and correction of the period, newest first. */
export function Ledger({ address, first, models, timeZone, today }: LedgerProps) {
  const ledger = useInfiniteQuery(ledgerQuery(address, first))
  const { pages } = ledger.data
  const empty = pages.every(({ rows }) => rows.length === 0)
  return (
    <Section
      id="ledger"
      title="Ledger"
      note={<span className="max-md:hidden">every reserve, charge, release and refund</span>}
      aside={<LedgerFilters address={address} models={models} />}
      className="min-w-0 py-4"
    >
      {empty ? (
        <p className="text-body text-ink-2">{emptyWords(address)}</p>
      ) : (
        <table className="w-full table-fixed">
          <Head />
          <tbody>
            {pages.map((page, place) => (
              <Fragment key={page.rows[0]?.id ?? place}>
                {page.rows.map((row) => (
                  <LedgerLine key={row.id} row={row} timeZone={timeZone} today={today} />
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      )}
      {ledger.hasNextPage && (
        <div className="mt-4 flex items-center gap-3">
          <Button disabled={ledger.isFetchingNextPage} onClick={() => ledger.fetchNextPage()}>
            {ledger.isFetchingNextPage ? 'Loading…' : 'Show older entries'}
          </Button>
          {ledger.isFetchNextPageError && (
            <p className="text-ink-2 text-small">They could not be read. Nothing is lost; try again.</p>
          )}
        </div>
      )}
    </Section>
  )
}

const HEAD = 'py-2 font-normal'
const WIDE = 'max-md:hidden'

function Head() {
  return (
    <thead className="text-left text-ink-3 text-small">
      <tr>
        <th scope="col" className={`${HEAD} ${WIDE} w-28`}>
          Time
        </th>
        <th scope="col" className={`${HEAD} w-27 xl:w-44`}>
          Entry
        </th>
        <th scope="col" className={HEAD}>
          Generation
        </th>
        <th scope="col" className={`${HEAD} ${WIDE} w-40`}>
          Model
        </th>
        <th scope="col" className={`${HEAD} ${WIDE} w-16 text-right`}>
          Quoted
        </th>
        <th scope="col" className={`${HEAD} w-19 text-right`}>
          Charged
        </th>
      </tr>
    </thead>
  )
}

function emptyWords({ entry, model }: SpendingAddress): string {
  return entry === null && model === null
    ? 'Nothing stands in the ledger of this period.'
    : 'No entry of this period is of this kind and model.'
}
