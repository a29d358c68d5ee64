import { QueryClient } from '@tanstack/react-query'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noticeReading } from '@/components/library/verbs/shown-lists'
import { keys } from '@/components/query/keys'
import type { LibraryResult } from '@/lib/library/view'

const NAME = 'squero.changes.1'
const MADE: LibraryResult = { ok: true, count: 1 }

const asked: unknown[][] = []
let answers: ((result: LibraryResult | Error) => void)[] = []

const action =
  (verb: string) =>
  (...args: unknown[]) => {
    asked.push([verb, ...args])
    return new Promise((resolve, reject) =>
      answers.push((result) => (result instanceof Error ? reject(result) : resolve(result))),
    )
  }

vi.mock('@/app/actions/library', () =>
  Object.fromEntries(
    ['tag', 'rate', 'star', 'moveToProject', 'bin', 'unbin', 'undo'].map((verb) => [verb, action(verb)]),
  ),
)

const stored = () => JSON.parse(sessionStorage.getItem(NAME) ?? '[]').map(({ verb, args }: never) => [verb, args])

/** A page of this tab that is loaded anew. */
async function loadPage() {
  vi.resetModules()
  asked.length = 0
  answers = []
  const window = new EventTarget()
  vi.stubGlobal('window', window)
  const changes = await import('@/components/library/verbs/changes')
  return { ...changes, leave: () => window.dispatchEvent(new Event('beforeunload')) }
}

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

describe('changes that a reload cuts off', () => {
  it('go out from the next page, in their order, once', async () => {
    const first = await loadPage()
    void first.rate(['a'], 3)
    void first.tag(['a'], ['water'], [])
    const second = await loadPage()
    const sending = second.sendCutOff()
    expect(asked).toEqual([
      ['rate', ['a'], 3],
      ['tag', ['a'], ['water'], []],
    ])
    for (const answer of answers) answer(MADE)
    expect(await Promise.all(sending)).toEqual([MADE, MADE])
    await second.allAnswered()
    expect(stored()).toEqual([])
    const third = await loadPage()
    expect(third.sendCutOff()).toEqual([])
  })

  it('stay behind what is changed before they went out, and are not lost by it', async () => {
    const first = await loadPage()
    void first.rate(['a'], 3)
    const second = await loadPage()
    void second.star(['a'], true)
    expect(stored()).toEqual([
      ['rate', [['a'], 3]],
      ['star', [['a'], true]],
    ])
    second.sendCutOff()
    expect(asked.map(([verb]) => verb)).toEqual(['star', 'rate'])
  })

  it('do not go out where they were answered, refused, or failed on a page that stayed', async () => {
    const page = await loadPage()
    const ends = [page.rate(['a'], 1), page.rate(['b'], 2), page.rate(['c'], 3)]
    const [made, refused, failed] = answers
    made?.(MADE)
    refused?.({ ok: false, sentence: 'No.' })
    failed?.(new Error('network'))
    await Promise.allSettled(ends)
    expect(stored()).toEqual([])
  })

  it('that failed while the page went away go out; if it stayed after all, the next change is what counts', async () => {
    const page = await loadPage()
    const end = page.rate(['a'], 4)
    page.leave()
    answers[0]?.(new Error('cut off'))
    await expect(end).rejects.toThrow()
    expect(stored()).toEqual([['rate', [['a'], 4]]])
    void page.rate(['a'], 2)
    expect(stored()).toEqual([['rate', [['a'], 2]]])
  })

  it('do not go out where the person took them back, or somebody signed in', async () => {
    const page = await loadPage()
    const withdrawn = page.bin(['a'])
    void page.rate(['b'], 1)
    page.withdraw(withdrawn)
    expect(stored()).toEqual([['rate', [['b'], 1]]])
    page.leave()
    answers[0]?.(new Error('cut off'))
    await expect(withdrawn).rejects.toThrow()
    expect(stored()).toEqual([['rate', [['b'], 1]]])
    page.forgetChanges()
    expect(stored()).toEqual([])
  })

  it('do not go out after a minute', async () => {
    vi.useFakeTimers({ now: 1_000_000 })
    const first = await loadPage()
    void first.rate(['a'], 4)
    vi.setSystemTime(1_000_000 + 60_000)
    const second = await loadPage()
    expect(second.sendCutOff()).toEqual([])
    expect(asked).toEqual([])
    vi.useRealTimers()
  })

  it('are not made up of what somebody else has stored there', async () => {
    for (const odd of ['{', '7', '[{"verb":"deleteForGood","args":[],"at":1}]', '{"verb":"rate"}']) {
      sessionStorage.setItem(NAME, odd)
      const page = await loadPage()
      expect(page.sendCutOff()).toEqual([])
    }
  })
})

it('a list that is read while a change is on its way is noticed, what is put there by hand is not', async () => {
  const client = new QueryClient()
  const wasRead = noticeReading(client)
  client.setQueryData(keys.libraryHead(''), {})
  await client.fetchQuery({ queryKey: keys.facets(null), queryFn: () => ({}) })
  expect(wasRead()).toBe(false)
  const readAgain = noticeReading(client)
  await client.fetchQuery({ queryKey: keys.libraryHead(''), queryFn: () => ({}) })
  expect(readAgain()).toBe(true)
})
