import { describe, expect, test } from 'vitest'
import { capInTheWay, leavesWords } from '@/components/create/caps'
import { aSpend } from '@/tests/support/views'

const film = {
  id: 'film',
  name: 'Lagoon film',
  capMicroUsd: 5_000_000,
  spentMicroUsd: 4_000_000,
  leftMicroUsd: 1_000_000,
}
const both = aSpend({ dayCapMicroUsd: 10_000_000, dayLeftMicroUsd: 4_250_000, projects: [film] })

describe('a cap and a price', () => {
  test('have nothing to say to each other where no cap is set', () => {
    expect(capInTheWay(aSpend(), null, 9e9)).toBeNull()
    expect(leavesWords(aSpend(), null, 350_000)).toBeNull()
  })

  test('fit to the micro-dollar, and not one above', () => {
    expect(capInTheWay(both, null, 4_250_000)).toBeNull()
    expect(capInTheWay(both, null, 4_250_001)).toMatchObject({ cap: 'day', leftMicroUsd: 4_250_000 })
    expect(capInTheWay(aSpend({ generationCapMicroUsd: 500_000 }), null, 500_001)?.sentence).toBe(
      'Your cap for one generation is $0.50.',
    )
  })

  test('count the project only when it is chosen, and the tighter of the two is said', () => {
    expect(leavesWords(both, null, 350_000)).toBe('Leaves $3.90 of today’s cap')
    expect(leavesWords(both, 'film', 350_000)).toBe('Leaves $0.65 of this project’s cap')
    expect(capInTheWay(both, 'film', 1_100_000)?.sentence).toBe('Cap for this project reached: $1.00 left.')
  })

  test('leave nothing rather than less than nothing', () => {
    expect(leavesWords(aSpend({ dayCapMicroUsd: 100, dayLeftMicroUsd: -5 }), null, 10)).toBe(
      'Leaves $0.00 of today’s cap',
    )
  })
})
