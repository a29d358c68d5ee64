import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '@/lib/db/client'
import { readFacets } from '@/lib/library/facets'
import { EVERYTHING, LIBRARY_SORTS, LIBRARY_STATES, LIBRARY_WAYS, type LibraryQuery } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import type { LibraryPage } from '@/lib/library/view'
import { shiftDay } from '@/lib/money/day'
import { isShown, readTruth, sorted, type Truth } from '@/tests/support/library-truth'
import { writeMany } from '@/tests/support/many-generations'
import { openTestStudio } from '@/tests/support/studio'

const ZONE = 'Pacific/Auckland'
const UNTIL = Date.parse('2026-11-20T15:00:00Z')

let db: Db
let accountId: string
let truth: Truth[]
let projects: { id: string; parentId: string | null }[]

beforeAll(async () => {
  const studio = await openTestStudio()
  db = studio.db
  accountId = studio.account.id
  writeMany(studio.dataDir, accountId, 950, UNTIL)
  await db.spendingRules.create({ data: { accountId, timeZone: ZONE } })
  await disturb()
  truth = (await readTruth(db)).filter((one) => one.accountId === accountId)
  projects = await db.project.findMany()
}, 60_000)
afterAll(() => db.$disconnect())

/** What the seed has none of: other accounts, deleted ones, unfinished ones, and two made in one millisecond. */
async function disturb() {
  const rows = await db.generation.findMany({ orderBy: { createdAt: 'asc' }, take: 60 })
  const ids = (from: number, to: number) => ({ id: { in: rows.slice(from, to).map((row) => row.id) } })
  const account = {
    id: 'other',
    baseUrl: 'https://a.example',
    keyFingerprint: 'y',
    sandbox: false,
    createdAt: new Date(),
  }
  await db.account.create({ data: account })
  await db.generation.updateMany({ where: ids(0, 5), data: { accountId: 'other', projectId: null } })
  await db.generation.updateMany({ where: ids(5, 10), data: { deletedAt: new Date() } })
  await db.generation.updateMany({ where: ids(10, 20), data: { state: 'processing', assetHash: null } })
  await db.generation.updateMany({ where: ids(20, 25), data: { state: 'stored' } })
  await db.generation.updateMany({ where: ids(25, 45), data: { createdAt: new Date(UNTIL - 3_600_000) } })
}

async function readAll(query: LibraryQuery): Promise<{ ids: string[]; total: LibraryPage['total'] }> {
  const ids: string[] = []
  let page = await readLibrary(query, null)
  const { total } = page
  for (;;) {
    expect(page.total).toEqual(total)
    ids.push(...page.items.map((item) => item.id))
    if (page.nextCursor === null) return { ids, total }
    expect(page.items).toHaveLength(ids.length === 60 ? 60 : 240)
    page = await readLibrary(query, page.nextCursor)
  }
}

function partsOf(id: string | null): string[] {
  const found = new Set(id === null ? [] : [id])
  for (const one of found) {
    for (const project of projects) if (project.parentId === one) found.add(project.id)
  }
  return [...found]
}

const expected = (query: LibraryQuery) => truth.filter((one) => isShown(one, query, partsOf(query.project), ZONE))

const sum = (all: readonly Truth[], of: (one: Truth) => number | null) =>
  all.reduce((total, one) => total + (of(one) ?? 0), 0)

/** Mostly one or two filters, so that something is found. */
function queries(): fc.Arbitrary<LibraryQuery> {
  const rarely = <T>(one: fc.Arbitrary<T>, nil: T) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(nil) }, { weight: 1, arbitrary: one })
  const texts = [
    'canal',
    'DUSK',
    'slow push',
    'ete bord',
    'été',
    '夕暮れ',
    '運河',
    '猫',
    'マ',
    'غروب',
    'маяк',
    '🦊',
    'vetro',
    'оти',
    'film grain 35mm',
    'no such words',
  ]
  const range = (most: number) => {
    const end = fc.option(fc.integer({ min: 0, max: most }), { nil: null })
    return fc.record({ from: end, to: end })
  }
  const day = fc.integer({ min: 0, max: 6 }).map((back) => shiftDay('2026-11-21', -back))
  const all = (of: (one: Truth) => string | null) => [...new Set(truth.flatMap((one) => of(one) ?? []))]
  const tags = [...new Set(truth.flatMap((one) => one.tags))]
  return fc
    .record({
      text: rarely(fc.constantFrom(...texts), ''),
      models: rarely(fc.subarray(all((one) => one.modelId)), []),
      ways: rarely(fc.subarray([...LIBRARY_WAYS]), []),
      states: rarely(fc.subarray([...LIBRARY_STATES]), []),
      starred: rarely(fc.constant(true), false),
      rating: rarely<number | null>(fc.integer({ min: 1, max: 5 }), null),
      length: rarely<LibraryQuery['length']>(range(12), null),
      shape: rarely<LibraryQuery['shape']>(fc.constantFrom('landscape', 'portrait', 'square'), null),
      resolutions: rarely(fc.subarray(all((one) => one.resolution)), []),
      sound: rarely<boolean | null>(fc.boolean(), null),
      project: rarely<string | null>(fc.constantFrom('none', 'no-such-project', ...projects.map(({ id }) => id)), null),
      tags: rarely(fc.subarray(tags, { maxLength: 2 }), []),
      from: rarely<string | null>(day, null),
      to: rarely<string | null>(day, null),
      price: rarely<LibraryQuery['price']>(range(1_000_000), null),
      hasChildren: rarely(fc.constant(true), false),
      sort: fc.constantFrom(...LIBRARY_SORTS),
      bin: rarely(fc.constant(true), false),
      account: fc.constant(null),
    })
    .map((query) => (query.sort === 'best' && query.text === '' ? { ...query, sort: 'newest' as const } : query))
}

it('page by page, any filters in any order give what a plain filter of everything does', async () => {
  await fc.assert(
    fc.asyncProperty(queries(), async (query) => {
      const { ids, total } = await readAll(query)
      const shown = expected(query)
      if (query.sort === 'best') expect([...ids].sort()).toEqual(shown.map((one) => one.id).sort())
      else expect(ids).toEqual(sorted(shown, query.sort).map((one) => one.id))
      expect(total).toEqual({
        clips: shown.length,
        bytes: sum(shown, (one) => one.bytes),
        durationMs: sum(shown, (one) => one.durationMs),
        chargedMicroUsd: sum(shown, (one) => one.chargedMicroUsd),
      })
    }),
    { numRuns: 150, seed: 5 },
  )
})

it('every order is one of the whole library', async () => {
  for (const sort of LIBRARY_SORTS) {
    if (sort === 'best') continue
    const { ids } = await readAll({ ...EVERYTHING, sort })
    expect(ids, sort).toEqual(sorted(expected(EVERYTHING), sort).map((one) => one.id))
  }
})

it('an item says what its tile shows', async () => {
  const { items } = await readLibrary({ ...EVERYTHING, tags: ['hero'] }, null)
  for (const item of items) {
    const one = truth.find(({ id }) => id === item.id)
    expect(item).toMatchObject({
      createdAt: one?.at,
      prompt: one?.texts[0],
      model: { id: one?.modelId },
      state: 'done',
      starred: one?.starred,
      rating: one?.rating,
      projectId: one?.projectId,
      sandbox: true,
      chargedMicroUsd: one?.chargedMicroUsd,
      clip: { durationMs: one?.durationMs, hasAudio: one?.hasAudio, bytes: one?.bytes, mime: 'video/mp4' },
      unseen: !one?.seen,
    })
    expect(item.clip?.poster).toBe(`${item.clip?.src}/poster`)
    expect(item.clip?.preview).toBe(`${item.clip?.src}/preview`)
    expect(item.tags.map((tag) => tag.toLowerCase()).sort()).toEqual(one?.tags)
  }
  expect(items.length).toBeGreaterThan(10)
})

it('a cursor that can’t be read starts from the top, and so does one of another order', async () => {
  const [first, second] = [
    await readLibrary(EVERYTHING, null),
    await readLibrary({ ...EVERYTHING, sort: 'price' }, null),
  ]
  for (const cursor of ['', 'x', '[]', Buffer.from('[1e999,1,1,1,1,1,1]').toString('base64url'), 'é'.repeat(5000)]) {
    expect((await readLibrary(EVERYTHING, cursor)).items).toEqual(first.items)
  }
  await expect(readLibrary(EVERYTHING, second.nextCursor)).resolves.toMatchObject({ total: first.total })
})

it('another account’s library is shown when it is asked for, and the accounts say how much they hold', async () => {
  const others = await readLibrary({ ...EVERYTHING, account: 'other' }, null)
  const clips = expected(EVERYTHING).length
  expect(others.accounts).toEqual([
    { id: accountId, sandbox: true, host: 'the sandbox', current: true, clips },
    { id: 'other', sandbox: false, host: 'a.example', current: false, clips: others.total.clips },
  ])
  expect(others.items.length).toBe(others.total.clips)
  expect((await readLibrary({ ...EVERYTHING, account: 'no-such' }, null)).items).toEqual([])
})

it('the facets count what each choice shows by itself', async () => {
  const facets = await readFacets(null)
  const count = (change: Partial<LibraryQuery>) => expected({ ...EVERYTHING, ...change }).length
  expect(facets.all).toBe(count({}))
  expect(facets.starred).toBe(count({ starred: true }))
  expect(facets.unsorted).toBe(count({ project: 'none' }))
  expect(facets.binned).toBe(count({ bin: true }))
  expect(facets.unseen).toBe(truth.filter((one) => one.here && !one.binned && !one.seen).length)
  for (const { id, count: clips } of facets.models) expect(clips, id).toBe(count({ models: [id] }))
  for (const { id, count: clips } of facets.ways) expect(clips, id).toBe(count({ ways: [id] }))
  for (const { id, count: clips } of facets.resolutions) expect(clips, id).toBe(count({ resolutions: [id] }))
  for (const { id, count: clips } of facets.states) expect(clips, id).toBe(count({ states: [id] }))
  for (const { name, count: clips } of facets.tags) expect(clips, name).toBe(count({ tags: [name] }))
  for (const { id, count: clips } of facets.projects) {
    expect(clips).toBe(truth.filter((one) => one.here && !one.binned && one.projectId === id).length)
  }
  const total = (list: readonly { count: number }[]) => list.reduce((sum, one) => sum + one.count, 0)
  expect([total(facets.models), total(facets.ways), total(facets.projects) + facets.unsorted]).toEqual([
    facets.all,
    facets.all,
    facets.all,
  ])
  expect(facets.models.map(({ name }) => name)).toContain('LTX Video 2.3 Fast')
})
