import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readChoices } from '@/components/create/choices-cookie'
import { type KeptPress, keepPress, takePress } from '@/components/create/memory'
import { newId } from '@/components/create/new-id'
import { expectedView, withoutExpected, withRunning } from '@/components/create/optimistic'
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

describe('a press that a reload cut off', () => {
  const kept = new Map<string, string>()
  const press = (at: number): KeptPress => ({
    intent: { id: newId(), input: anInput(), quotedMicroUsd: 1, projectId: null, timeZone: null, confirmed: false },
    modelName: 'LTX Video',
    project: null,
    accountId: 'a',
    at,
  })

  beforeEach(() => {
    kept.clear()
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  test('is given back within a minute, once', () => {
    const cutOff = press(1000)
    keepPress(cutOff)
    expect(takePress('a', 60_999)).toEqual(cutOff)
    expect(takePress('a', 60_999)).toBeNull()
  })

  test('is not given back after a minute, for another account, after its answer, or when it is none of ours', () => {
    keepPress(press(1000))
    expect(takePress('a', 61_000)).toBeNull()
    keepPress(press(1000))
    expect(takePress('b', 1001)).toBeNull()
    keepPress(press(1000))
    keepPress(null)
    expect(takePress('a', 1001)).toBeNull()
    for (const other of ['"text"', '[]', '{"at":1000}', '{"intent":{},"at":"1000"}', 'null', '{']) {
      for (const key of kept.keys()) kept.set(key, other)
      expect(takePress('a', 1001)).toBeNull()
    }
  })
})
