import { afterAll, beforeAll, expect, it } from 'vitest'
import { spareLinks } from '@/lib/engine/spare-links'
import { readyJob } from '@/tests/support/receiving'
import { openTestStudio } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.account.sandbox?.close())

const NOW = Date.UTC(2026, 10, 24)
const due = { dueAt: new Date(NOW - 1000) }

it.each([
  ['has few fetches left', { ...due, downloadGets: 2 }, 5000],
  ['has its last fetch left', { ...due, downloadGets: 3 }, 30_000],
  ['would have its last fetch soon', { dueAt: new Date(NOW + 10_000), downloadGets: 3 }, 30_000],
  ['was fetched once', { ...due, downloadGets: 1 }, -1000],
  ['is due later anyway', { dueAt: new Date(NOW + 60_000), downloadGets: 3 }, 60_000],
  ['is in living hands', { ...due, downloadGets: 3, leaseOwner: 'alive', leaseUntil: new Date(NOW + 40_000) }, -1000],
  ['has a lease that ran out', { ...due, downloadGets: 3, leaseOwner: 'gone', leaseUntil: new Date(NOW - 1) }, 30_000],
  ['comes in the body of an answer', { ...due, downloadGets: 0, downloadUrl: null }, -1000],
])('at a start, a download that %s is due as it should be', async (_, changes, after) => {
  const id = await readyJob(studio, changes)
  await spareLinks(studio.db, studio.account.id, NOW)
  const { dueAt } = await studio.db.generation.findUniqueOrThrow({ where: { id } })
  expect(dueAt.getTime() - NOW).toBe(after)
})
