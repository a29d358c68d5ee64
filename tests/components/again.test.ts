import { describe, expect, test } from 'vitest'
import { buyTakes } from '@/components/library/again/buy-takes'
import { withRecorded } from '@/components/library/again/kept-order'
import { type Order, orderAfter, orderWords } from '@/components/library/again/order-words'
import type { Intent, SubmitResult } from '@/lib/generations/view'
import { capRefusal } from '@/lib/money/cap-refusal'
import { generationView } from '@/tests/components/generation-views'
import { anInput } from '@/tests/support/offers'

const ORDER: Omit<Intent, 'id'> = {
  input: anInput(),
  quotedMicroUsd: 350_000,
  projectId: null,
  timeZone: 'UTC',
  confirmed: false,
  fromId: 'the first take',
}
const ACCEPTED: SubmitResult = { kind: 'accepted', generation: generationView() }
const CAP: SubmitResult = { kind: 'cap', refusal: capRefusal('day', 1_000_000, 200_000) }
const MOVED: SubmitResult = { kind: 'moved', quote: { key: 'k', microUsd: 410_000, at: 1 }, wasMicroUsd: 350_000 }

/** A studio that gives these answers in turn; an error is no answer. */
function studio(...answers: (SubmitResult | Error)[]) {
  const asked: Intent[] = []
  const submit = async (intent: Intent) => {
    const answer = answers[asked.length]
    asked.push(intent)
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('One press too many.')
    return answer
  }
  return { asked, submit }
}

describe('takes of one input', () => {
  test('are presses of their own, each with its id, all else the same', async () => {
    const { asked, submit } = studio(ACCEPTED, ACCEPTED, ACCEPTED)
    expect(await buyTakes(ORDER, ['a', 'b', 'c'], submit)).toEqual({ recorded: 3, before: 0, left: [], stop: null })
    expect(asked).toEqual(['a', 'b', 'c'].map((id) => ({ ...ORDER, id })))
  })

  test('stop at the first that a cap refuses: the others are not even tried', async () => {
    const { asked, submit } = studio(ACCEPTED, CAP)
    expect(await buyTakes(ORDER, ['a', 'b', 'c', 'd'], submit)).toEqual({
      recorded: 1,
      before: 0,
      left: ['b', 'c', 'd'],
      stop: CAP,
    })
    expect(asked).toHaveLength(2)
  })

  test('that got no answer keep their ids, so that pressing again buys none twice', async () => {
    const { submit } = studio(ACCEPTED, new Error('away'))
    const bought = await buyTakes(ORDER, ['a', 'b', 'c'], submit)
    expect(bought).toEqual({ recorded: 1, before: 0, left: ['b', 'c'], stop: { kind: 'unanswered' } })
    const again = studio(ACCEPTED, ACCEPTED)
    await buyTakes(ORDER, bought.left, again.submit)
    expect(again.asked.map(({ id }) => id)).toEqual(['b', 'c'])
  })
})

describe('an order without an answer', () => {
  const open: Order = { takes: 3, recorded: 0, left: ['a', 'b', 'c'], stop: { kind: 'unanswered' } }

  test('is what the studio recorded of it; the rest can be had by going on, under the same ids', () => {
    const after = withRecorded(open, (id) => id === 'a')
    expect(after).toEqual({ takes: 3, recorded: 1, left: ['b', 'c'], stop: { kind: 'unanswered' } })
    expect(orderWords(after, false)).toBe(
      '1 of 3 takes was recorded. The studio did not answer. Nothing is bought twice: press again.',
    )
    expect(orderAfter(after, { recorded: 2, before: 0, left: [], stop: null })).toMatchObject({
      recorded: 3,
      left: [],
      stop: null,
    })
  })

  test('is as it was where the studio has none of it, or where it had its answer', () => {
    expect(withRecorded(open, () => false)).toBe(open)
    const refused: Order = { ...open, stop: CAP }
    expect(withRecorded(refused, () => true)).toBe(refused)
  })

  test('stays as open as it was, however often somebody is refused who is signed out', () => {
    const refused = { kind: 'refused', sentence: 'You are signed out.' } as const
    let after = open
    for (let time = 0; time < 2; time++) {
      after = orderAfter(after, { recorded: 0, before: 0, left: ['a', 'b', 'c'], stop: refused })
      expect(after).toMatchObject({ left: ['a', 'b', 'c'], stop: { kind: 'unanswered' } })
    }
    expect(orderWords(after, false)).toBe('You are signed out. Nothing is bought twice: press again.')
    // Of an order that was never in doubt, a refusal is the end.
    expect(orderAfter({ ...open, stop: null }, { recorded: 0, before: 0, left: ['a'], stop: refused }).left).toEqual([])
  })

  test('says when presses before had recorded all of it', () => {
    const after = orderAfter(open, { recorded: 3, before: 3, left: [], stop: null })
    expect(orderWords(after, false)).toBe('All 3 takes had arrived: each is bought, once.')
    const some = orderAfter(open, { recorded: 3, before: 1, left: [], stop: null })
    expect(orderWords(some, false)).toBe('3 takes are on their way.')
  })

  test('is bought, once, where the studio has all of it', () => {
    const after = withRecorded(open, () => true)
    expect(after).toMatchObject({ recorded: 3, left: [], stop: null })
    expect(orderWords(after, false)).toBe('All 3 takes had arrived: each is bought, once.')
  })
})

describe('what an order came to', () => {
  const order = (takes: number): Order => ({
    takes,
    recorded: 0,
    left: Array.from({ length: takes }, (_, at) => String(at)),
    stop: null,
  })
  const came = (takes: number, recorded: number, stop: Order['stop']) =>
    orderAfter(order(takes), { recorded, before: 0, left: order(takes).left.slice(recorded), stop })

  test('all of it', () => {
    expect(orderWords(came(1, 1, null), false)).toBe('On its way.')
    expect(orderWords(came(4, 4, null), false)).toBe('4 takes are on their way.')
    expect(orderWords(came(4, 4, null), true)).toBe('4 takes wait in line: sending is paused.')
  })

  test('a cap: how many were recorded, what is left of it, and that no more was spent', () => {
    expect(orderWords(came(4, 3, CAP), false)).toBe(
      '3 of 4 takes were recorded. Cap for today reached: $0.20 left. Nothing more was spent.',
    )
    expect(orderWords(came(1, 0, CAP), false)).toBe('Cap for today reached: $0.20 left. Nothing was spent.')
    expect(came(4, 3, CAP).left).toEqual([])
  })

  test('another price: what is left can be had at it', () => {
    const moved = came(4, 1, MOVED)
    expect(orderWords(moved, false)).toBe(
      '1 of 4 takes was recorded. The price is $0.41 now, it was $0.35. Nothing more was spent.',
    )
    expect(moved.left).toEqual(['1', '2', '3'])
    const rest = orderAfter(moved, { recorded: 3, before: 0, left: [], stop: null })
    expect(orderWords(rest, false)).toBe('4 takes are on their way.')
  })

  test('a refusal: in the studio’s words, which are about one take', () => {
    const refused: SubmitResult = { kind: 'refused', sentence: 'The project is not there any more. Nothing was spent.' }
    expect(orderWords(came(2, 1, refused), false)).toBe(
      '1 of 2 takes was recorded. The project is not there any more. Nothing more was spent.',
    )
    const invalid: SubmitResult = { kind: 'invalid', sentence: 'Choose a duration this model offers.', fields: {} }
    expect(orderWords(came(1, 0, invalid), false)).toBe(
      'Choose a duration this model offers. Nothing was spent. Take its settings into the form and change them.',
    )
  })
})
