import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readChoices } from '@/components/create/choices-cookie'
import { newId } from '@/components/create/new-id'
import { expectedView, withoutExpected, withRunning } from '@/components/create/optimistic'
import { isCutOff, isPressedAgain, type KeptPress, keepPress, readPress } from '@/components/create/press'
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
  afterEach(() => vi.unstubAllGlobals())

  /** As a page that was loaded anew has it. */
  const afterReload = async (at = 1000) => {
    vi.resetModules()
    return (await import('@/components/create/press')).readPress(at)
  }

  test('is there after a reload, until it is answered', async () => {
    keepPress(press)
    expect(readPress(1000)).toEqual(press)
    expect(await afterReload()).toEqual(press)
    keepPress(null)
    expect(readPress(1000)).toBeNull()
    expect(await afterReload()).toBeNull()
  })

  test.each(['"text"', '[]', '{"at":1000}', '{"intent":{},"at":"1000","told":false}', 'null', '{'])(
    '%s is none of ours',
    async (other) => {
      keepPress(press)
      for (const key of kept.keys()) kept.set(key, other)
      expect(await afterReload()).toBeNull()
    },
  )

  test('goes out by itself within a minute, of this account, if nobody was told', () => {
    expect(isCutOff(press, 'a', 1000)).toBe(true)
    expect(isCutOff(press, 'a', 60_999)).toBe(true)
    expect(isCutOff(press, 'a', 61_000)).toBe(false)
    expect(isCutOff(press, 'b', 1000)).toBe(false)
    expect(isCutOff({ ...press, told: true }, 'a', 1000)).toBe(false)
  })

  test('is kept for ten minutes, and no clock that was set back makes it younger', async () => {
    keepPress(press)
    expect(await afterReload(600_999)).toEqual(press)
    expect(await afterReload(601_000)).toBeNull()
    expect(await afterReload(999)).toBeNull()
  })

  test('is the same press again if nothing of it was changed', () => {
    expect(isPressedAgain(press, asked)).toBe(true)
    expect(isPressedAgain(press, { ...asked, projectId: newId() })).toBe(false)
    expect(isPressedAgain(press, { ...asked, accountId: 'b' })).toBe(false)
    expect(isPressedAgain(press, { ...asked, input: anInput({ prompt: 'Other' }) })).toBe(false)
  })
})
