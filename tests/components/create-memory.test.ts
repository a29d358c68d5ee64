import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readChoices } from '@/components/create/choices-cookie'
import { newId } from '@/components/create/new-id'
import { expectedView, withoutExpected, withRunning } from '@/components/create/optimistic'
import { cutOffPress, forgetPress, holdPresses, type KeptPress, keepPress, readPress } from '@/components/create/press'
import type { BoardView, StudioStatus } from '@/lib/generations/view'
import { anInput } from '@/tests/support/offers'
import { aSpend } from '@/tests/support/views'

describe('the choices in the cookie', () => {
  test('come back as an input with nothing written', () => {
    const { prompt: _prompt, negativePrompt: _negative, ...choices } = anInput()
    expect(readChoices(JSON.stringify(choices))).toEqual(anInput({ prompt: '', negativePrompt: '' }))
  })

  test.each([undefined, '', 'null', '[]', '{"modelId":7}', '{"modelId":"x"', '"text"'])(
    '%s is none of ours',
    (cookie) => {
      expect(readChoices(cookie)).toBeNull()
    },
  )
})

describe('the card of a press', () => {
  const status: StudioStatus = { mode: 'sandbox', host: '127.0.0.1', accountId: 'a' }
  const intent = {
    id: newId(),
    input: anInput(),
    quotedMicroUsd: 350_000,
    projectId: null,
    timeZone: null,
    confirmed: false,
  }
  const expected = expectedView(intent, 'LTX Video', status, 5)
  const board: BoardView = {
    now: 5,
    needsYou: [],
    running: [],
    earlier: [],
    unseen: 0,
    spend: aSpend(),
    sendingPaused: false,
    elsewhere: 0,
  }

  test('stands on top at once with its money held, and goes when nothing was bought', () => {
    const shown = withRunning(board, expected)
    expect(shown).toMatchObject({ spend: { heldMicroUsd: 350_000 }, running: [{ id: intent.id, state: 'waiting' }] })
    expect(withoutExpected(shown, intent.id)).toEqual(board)
  })

  test('becomes what the studio recorded, once', () => {
    const recorded = { ...expected, version: 1, state: 'submitting' as const }
    const shown = withRunning(withRunning(board, expected), recorded)
    expect(shown.running).toEqual([recorded])
    expect(shown.spend.heldMicroUsd).toBe(350_000)
    expect(withoutExpected(shown, intent.id)).toBe(shown)
  })

  test('is no card of its own when an earlier press had bought it, and it waits for the person or is over', () => {
    const done = { ...expected, version: 7, state: 'done' as const }
    for (const place of ['needsYou', 'earlier'] as const) {
      const listed = { ...board, [place]: [{ ...done, version: 6 }] }
      expect(withRunning(withRunning(listed, expected), done)).toBe(listed)
    }
    expect(withRunning(withRunning(board, expected), done)).toEqual(board)
  })

  test('never goes back to an older state', () => {
    const recorded = { ...expected, version: 2 }
    const shown = withRunning(board, recorded)
    expect(withRunning(shown, { ...expected, version: 1 })).toBe(shown)
  })
})

test('ids are UUIDs of version 4, also where the browser makes none', () => {
  const made = crypto.randomUUID
  const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
  expect(newId()).toMatch(shape)
  Object.defineProperty(crypto, 'randomUUID', { value: undefined, configurable: true })
  expect(newId()).toMatch(shape)
  Object.defineProperty(crypto, 'randomUUID', { value: made, configurable: true })
})

describe('a press without an answer', () => {
  const input = anInput()
  const asked = { input, quotedMicroUsd: 1, projectId: null, timeZone: null, confirmed: false, accountId: 'a' }
  const press: KeptPress = {
    intent: { ...asked, id: newId() },
    modelName: 'LTX Video',
    project: null,
    at: 1000,
    told: false,
  }
  const kept = new Map<string, string>()

  beforeEach(() => {
    kept.clear()
    vi.resetModules()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    })
  })
  afterEach(() => {
    forgetPress(press)
    vi.unstubAllGlobals()
  })

  /** As a page that was loaded anew has it. */
  const afterReload = async () => {
    vi.resetModules()
    return await import('@/components/create/press')
  }

  test('is there after a reload, until it is answered', async () => {
    keepPress(press)
    expect(readPress(asked, 1000)).toEqual(press)
    expect((await afterReload()).readPress(asked, 1000)).toEqual(press)
    forgetPress(press)
    expect(readPress(asked, 1000)).toBeNull()
    expect((await afterReload()).readPress(asked, 1000)).toBeNull()
  })

  test.each(['"text"', '[]', '{"generate x":{"at":1000}}', '{"generate x":7}', 'null', '{'])(
    '%s is none of ours',
    async (other) => {
      keepPress(press)
      for (const key of kept.keys()) kept.set(key, other)
      const page = await afterReload()
      expect([page.readPress(asked, 1000), page.cutOffPress('a', 1000)]).toEqual([null, null])
    },
  )

  test('goes out by itself within a minute, of this account, if nobody was told', () => {
    keepPress(press)
    expect(cutOffPress('a', 1000)).toEqual(press)
    expect(cutOffPress('a', 60_999)).toEqual(press)
    for (const [account, now] of [
      ['a', 61_000],
      ['a', 999],
      ['b', 1000],
    ] as const)
      expect(cutOffPress(account, now), `${account} at ${now}`).toBeNull()
    keepPress({ ...press, told: true })
    expect(cutOffPress('a', 1000)).toBeNull()
  })

  test('never goes out by itself after somebody signed in; pressed again, it is the same', () => {
    keepPress(press)
    holdPresses(1000)
    expect(cutOffPress('a', 1000)).toBeNull()
    expect(readPress(asked, 1000)?.intent.id).toBe(press.intent.id)
  })

  test('is forgotten by a page that is loaded ten minutes later, whatever the clock did; by its own page never', async () => {
    keepPress(press)
    expect(readPress(asked, 9_000_000)).toEqual(press)
    expect((await afterReload()).readPress(asked, 600_999)).toEqual(press)
    expect((await afterReload()).readPress(asked, 601_000)).toBeNull()
    expect((await afterReload()).readPress(asked, -500_000)).toEqual(press)
  })

  test('is the same press again if nothing of it was changed; others have their own', () => {
    keepPress(press)
    const others = [
      { ...asked, projectId: newId() },
      { ...asked, accountId: 'b' },
      { ...asked, input: anInput({ prompt: 'Other' }) },
    ]
    for (const other of others) expect(readPress(other, 1000)).toBeNull()
    const [, , other] = others
    if (!other) throw new Error('There are three.')
    const second = { ...press, intent: { ...other, id: newId() } }
    keepPress(second)
    forgetPress(second)
    expect(readPress(asked, 1000)).toEqual(press)
  })
})
