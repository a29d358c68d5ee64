import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { pagesQuery } from '@/components/library/list/pages-query'

test('a page made on the server leaves no timer behind that would hold its request', () => {
  const client = new QueryClient()
  const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length
  const before = timers()
  const page = {
    items: [],
    nextCursor: null,
    total: { clips: 0, bytes: 0, durationMs: 0, chargedMicroUsd: 0 },
    accounts: [],
  }
  for (let at = 0; at < 20; at++)
    new InfiniteQueryObserver(client, pagesQuery(`q=${at}`, { query: `q=${at}`, page, at }))
  expect(client.getQueryCache().getAll()).toHaveLength(20)
  expect(timers()).toBe(before)
})
