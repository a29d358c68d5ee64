import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as library from '@/app/actions/library'
import type { Db } from '@/lib/db/client'
import { checkLibrary } from '@/lib/library/check'
import { readFacets } from '@/lib/library/facets'
import type { LibraryResult, UndoStep } from '@/lib/library/view'
import { ledgerByProject, libraryState } from '@/tests/support/library-state'
import { writeMany } from '@/tests/support/many-generations'
import { openTestStudio } from '@/tests/support/studio'

let db: Db
let accountId: string
let projects: string[]
let ids: string[]

beforeAll(async () => {
  const studio = await openTestStudio()
  db = studio.db
  accountId = studio.account.id
  projects = writeMany(studio.dataDir, accountId, 80, Date.parse('2026-11-20T15:00:00Z'))
  ids = (await db.generation.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
}, 60_000)
afterAll(() => db.$disconnect())

const talliesOf = async () => {
  const rows = await db.spendTally.findMany({ where: { scope: 'project', microUsd: { not: 0 } } })
  return Object.fromEntries(rows.map(({ key, microUsd }) => [key, Number(microUsd)]))
}

const undoOf = (result: LibraryResult): UndoStep[] => (result.ok ? (result.undo ?? []) : [])
const missing = '00000000-0000-4000-8000-000000000000'

it('any actions taken back in turn leave everything as it was, and the caps count what is in each project', async () => {
  const some = fc.subarray(ids, { minLength: 1, maxLength: 12 })
  const names = fc.subarray(['hero', 'Draft', 'new one', 'ночь'], { maxLength: 2 })
  const action = fc.oneof(
    fc
      .tuple(some, fc.option(fc.constantFrom(...projects), { nil: null }))
      .map((args) => () => library.moveToProject(...args)),
    fc.tuple(some, names, names).map((args) => () => library.tag(...args)),
    fc.tuple(some, fc.option(fc.integer({ min: 1, max: 5 }), { nil: null })).map((args) => () => library.rate(...args)),
    fc.tuple(some, fc.boolean()).map((args) => () => library.star(...args)),
    some.map((list) => () => library.bin(list)),
    some.map((list) => () => library.unbin(list)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 6 }), async (actions) => {
      const before = await libraryState(db)
      const undos: UndoStep[][] = []
      for (const act of actions) undos.push(undoOf(await act()))
      expect(await talliesOf()).toEqual(await ledgerByProject(db))
      for (const steps of undos.reverse())
        if (steps.length > 0) expect(await library.undo(steps)).toMatchObject({ ok: true })
      expect(await libraryState(db)).toEqual(before)
      expect(await checkLibrary(db)).toEqual([])
    }),
    { numRuns: 25, seed: 5 },
  )
})

describe('moving', () => {
  it('puts a thousand into a project at once, with what they cost', async () => {
    const [first = ''] = projects
    const many = [...ids, ...Array.from({ length: 1000 - ids.length }, () => crypto.randomUUID())]
    const result = await library.moveToProject(many, first)
    expect(result).toMatchObject({ ok: true, count: ids.length - (await countOf(undoOf(result), first)) })
    expect(await talliesOf()).toEqual(await ledgerByProject(db))
    expect(Object.keys(await talliesOf())).toEqual([first])
    await library.undo(undoOf(result))
  })

  const countOf = async (steps: UndoStep[], project: string) =>
    ids.length -
    new Set(steps.flatMap((step) => step.ids)).size +
    steps.filter((step) => step.verb === 'move' && step.projectId === project).length

  it('leaves what belongs to another account, and says when the project is gone', async () => {
    const account = {
      id: 'other',
      baseUrl: 'https://a.example',
      keyFingerprint: 'y',
      sandbox: false,
      createdAt: new Date(),
    }
    await db.account.create({ data: account })
    const project = await db.project.create({
      data: { id: crypto.randomUUID(), accountId: 'other', name: 'X', createdAt: new Date() },
    })
    const before = await libraryState(db)
    expect(await library.moveToProject(ids, project.id)).toEqual({ ok: true, count: 0 })
    expect(await library.moveToProject(ids, missing)).toEqual({
      ok: false,
      sentence: 'The project is not there any more.',
    })
    expect(await library.moveToProject([missing], null)).toEqual({
      ok: false,
      sentence: 'It is not in the library any more.',
    })
    expect(await libraryState(db)).toEqual(before)
  })
})

describe('tags', () => {
  it('differ by more than case; one that nothing has is gone, and comes back by undo as it was written', async () => {
    const [one = '', two = ''] = ids
    expect(await library.tag([one], ['Night Shoot'], [])).toMatchObject({ ok: true, count: 1 })
    const both = await library.tag([one, two], ['  NIGHT   shoot '], [])
    expect(both).toEqual({ ok: true, count: 1, undo: [{ verb: 'tag', ids: [two], add: [], remove: ['Night Shoot'] }] })
    const off = await library.tag(ids, [], ['night shoot'])
    expect(off).toMatchObject({ ok: true, count: 2 })
    expect(await db.tag.count({ where: { key: 'night shoot' } })).toBe(0)
    await library.undo(undoOf(off))
    expect((await readFacets(null)).tags.find(({ name }) => name === 'Night Shoot')).toBeDefined()
    await library.tag(ids, [], ['night shoot'])
  })

  it('that are put on and taken off at once stay on', async () => {
    const [one = ''] = ids
    await library.tag([one], ['both'], ['BOTH'])
    expect(await db.generationTag.count({ where: { tag: { key: 'both' } } })).toBe(1)
    await library.tag([one], [], ['both'])
  })
})

describe('notes, and what was seen', () => {
  it('are kept as they are written, and nothing but spaces takes them away', async () => {
    const [one = ''] = ids
    expect(await library.remark(one, ' Two\nlines 🦊 ')).toEqual({ ok: true, count: 1 })
    expect((await db.generation.findUniqueOrThrow({ where: { id: one } })).remark).toBe(' Two\nlines 🦊 ')
    await library.remark(one, ' \n ')
    expect((await db.generation.findUniqueOrThrow({ where: { id: one } })).remark).toBeNull()
  })

  it('only what has a clip can have been seen', async () => {
    await db.generation.updateMany({ data: { seenAt: null } })
    const here = await db.generation.count({ where: { assetHash: { not: null }, binnedAt: null } })
    expect((await readFacets(null)).unseen).toBe(here)
    const clips = await db.generation.count({ where: { assetHash: { not: null } } })
    expect(await library.markSeen(ids)).toEqual({ ok: true, count: clips })
    expect(await library.markSeen(ids)).toEqual({ ok: true, count: 0 })
    expect((await readFacets(null)).unseen).toBe(0)
  })
})

describe('projects', () => {
  it('are made, named and moved, never into a part of themselves', async () => {
    const make = async (name: string, parent: string | null) => {
      const made = await library.createProject(name, parent)
      return made.ok ? made.id : made.sentence
    }
    const [film, act, scene] = [await make('Film', null), '', '']
    const [first] = [await make('Act', film)]
    const last = await make('Scene', first)
    expect([act, scene]).toEqual(['', ''])
    expect(await make(' Film ', null)).toBe('There is a project of this name already.')
    expect(await make('Lost', missing)).toBe('The project is not there any more.')
    for (const inside of [film, first, last]) {
      expect(await library.moveProject(film, inside)).toEqual({
        ok: false,
        sentence: 'A project can’t be a part of itself.',
      })
    }
    expect(await library.moveProject(film, missing)).toMatchObject({
      ok: false,
      sentence: 'The project is not there any more.',
    })
    expect(await library.moveProject(last, film)).toEqual({ ok: true, count: 1 })
    expect(await library.renameProject(last, 'Act')).toMatchObject({ ok: false })
    expect(await library.renameProject(last, 'Coda')).toEqual({ ok: true, count: 1 })
    const found = (await readFacets(null)).projects.find(({ id }) => id === last)
    expect(found).toEqual({ id: last, name: 'Coda', parentId: film, count: 0 })
  })

  it('two moves at once make no ring', async () => {
    const made = await Promise.all(['Ring A', 'Ring B'].map((name) => library.createProject(name, null)))
    const [a = '', b = ''] = made.map((one) => (one.ok ? one.id : ''))
    const results = await Promise.all([library.moveProject(a, b), library.moveProject(b, a)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('that are deleted leave what is in them, and what it cost, to the one they are a part of', async () => {
    const [outer] = projects
    const inner = projects[1] ?? ''
    expect((await db.project.findUniqueOrThrow({ where: { id: inner } })).parentId).toBe(outer)
    const part = projects[2] ?? ''
    await library.moveProject(part, inner)
    const count = await db.generation.count({ where: { projectId: inner } })
    const there = await db.generation.count({ where: { projectId: outer ?? null } })
    expect(await library.deleteProject(inner)).toEqual({ ok: true, count })
    expect(await db.generation.count({ where: { projectId: outer ?? null } })).toBe(there + count)
    expect((await db.project.findUniqueOrThrow({ where: { id: part } })).parentId).toBe(outer)
    expect(await talliesOf()).toEqual(await ledgerByProject(db))
    expect(await library.deleteProject(inner)).toMatchObject({ ok: false })
    expect(await library.deleteProject(outer)).toMatchObject({ ok: true, count: there + count })
    expect(await talliesOf()).toEqual(await ledgerByProject(db))
    expect(await checkLibrary(db)).toEqual([])
  })
})

describe('saved searches', () => {
  it('are kept as they are understood, without the account; the same name is replaced', async () => {
    const first = await library.saveSearch('Keepers', 'star=1&rating=9&account=x&sort=newest')
    const again = await library.saveSearch(' Keepers ', '?star=1&q=fog')
    expect(again).toEqual(first)
    const { searches } = await readFacets(null)
    expect(searches).toEqual([{ id: first.ok ? first.id : '', name: 'Keepers', query: 'q=fog&star=1' }])
    expect(await library.deleteSearch(searches[0]?.id)).toEqual({ ok: true, count: 1 })
    expect(await library.deleteSearch(searches[0]?.id)).toMatchObject({ ok: false })
  })
})
