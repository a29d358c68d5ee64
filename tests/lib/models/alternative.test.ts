import { expect, it } from 'vitest'
import { nearestAlternative } from '@/lib/models/alternative'
import { anOffer } from '@/tests/support/offers'

const leaves = { date: '2027-03-31T00:00:00.000Z', removesAt: null }
const gone = anOffer({ id: 'marea-1', name: 'Marea 1', deprecation: leaves })

it.each([
  [
    'the next of the family',
    [anOffer({ id: 'x', name: 'Other' }), anOffer({ id: 'marea-2', name: 'Marea 2' })],
    'marea-2',
  ],
  [
    'one of another family, of the same kind',
    [anOffer({ id: 'i', name: 'Marea I', kind: 'image' }), anOffer({ id: 'x', name: 'Other' })],
    'x',
  ],
  [
    'none that is offline or leaves itself',
    [anOffer({ id: 'a', offline: true }), anOffer({ id: 'b', deprecation: leaves })],
    null,
  ],
])('instead of a model that leaves: %s', (_, models, id) => {
  expect(nearestAlternative(gone, [gone, ...models])?.id ?? null).toBe(id)
})

it('among equals the one whose price is nearest', () => {
  const price = (modelId: string, microUsd: number) => ({ modelId, microUsd, at: 0 })
  const models = [gone, anOffer({ id: 'dear', name: 'Dear' }), anOffer({ id: 'near', name: 'Near' })]
  const prices = [price('marea-1', 100), price('dear', 900), price('near', 120)]
  expect(nearestAlternative(gone, models, prices)?.id).toBe('near')
})
