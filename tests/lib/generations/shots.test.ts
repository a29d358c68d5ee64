import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inputSchemaFor } from '@/lib/generations/input'
import { addShot, shotProblem, shotSeconds, shotsOf, withShots } from '@/lib/generations/shots'
import { anInput, anOffer } from '@/tests/support/offers'

const LIMITS = { least: 3, together: 15 }
const THREE = `Dusk throughout.

Shot 1 (5s): @Element1 stands at the edge of @Image1.
Slow push forward.

Shot 2 (5s): Close-up of @Element1's face.

Shot 3 (4s): @Element1 walks away.`

describe('a prompt in shots', () => {
  test('is read shot by shot, with the length of each', () => {
    expect(shotsOf(THREE)).toEqual([
      { seconds: 5, words: '@Element1 stands at the edge of @Image1.\nSlow push forward.' },
      { seconds: 5, words: "Close-up of @Element1's face." },
      { seconds: 4, words: '@Element1 walks away.' },
    ])
    expect(shotSeconds(shotsOf(THREE))).toBe(14)
  })

  test('is written as it was read, and numbered anew when a shot goes', () => {
    expect(withShots(THREE, shotsOf(THREE))).toBe(THREE)
    const [first, , third] = shotsOf(THREE)
    expect(
      withShots(
        THREE,
        [first, third].filter((shot) => shot !== undefined),
      ),
    ).toBe(
      'Dusk throughout.\n\nShot 1 (5s): @Element1 stands at the edge of @Image1.\nSlow push forward.\n\nShot 2 (4s): @Element1 walks away.',
    )
  })

  test('begins with what was written, and grows while there is room', () => {
    const two = addShot('She rows home', 8, LIMITS)
    expect(two).toBe('Shot 1 (8s): She rows home\n\nShot 2 (5s): ')
    expect(shotsOf(addShot('', 15, LIMITS)).map(({ seconds }) => seconds)).toEqual([12, 3])
  })

  test('is refused with a sentence where a shot is too short or all are too long', () => {
    const offer = anOffer({ shots: LIMITS })
    const sentence = (prompt: string) =>
      inputSchemaFor(offer)
        .safeParse(anInput({ prompt }))
        .error?.issues.map(({ message }) => message)
    expect(sentence('Shot 1 (2s): a\n\nShot 2 (5s): b')).toEqual(['Make shot 1 at least 3 s long.'])
    expect(sentence('Shot 1 (9s): a\n\nShot 2 (9s): b')).toEqual([
      'The shots come to 18 s: shorten them to 15 s in all.',
    ])
    expect(sentence(THREE)).toBeUndefined()
    expect(shotProblem(anOffer(), 'Shot 1 (99s): a')).toBeNull()
  })

  test('whatever the shots, writing and reading agree', () => {
    const words = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .map((text) => text.trim())
      .filter((text) => shotsOf(text).length === 0)
    const shots = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 99 }), words }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(shots, (list) => {
        expect(shotsOf(withShots('', list))).toEqual(list)
      }),
    )
  })
})
