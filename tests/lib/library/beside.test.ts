import { beforeAll, describe, expect, test } from 'vitest'
import { readBeside } from '@/lib/library/beside'
import { parseLibraryQuery } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import { writeRelative } from '@/tests/support/family-rows'
import { openTestLibrary } from '@/tests/support/library'

openTestLibrary()

const PRICES = [300_000, 100_000, 200_000, 100_000, 500_000]
const ids: string[] = []

beforeAll(async () => {
  for (const [at, charged] of PRICES.entries()) {
    const prompt = at % 2 === 0 ? `Mooring poles ${at}` : `A boat ${at}`
    ids.push((await writeRelative({ prompt, charged })).id)
  }
  await writeRelative({ prompt: 'Not here yet', hash: null, state: 'processing' })
  await writeRelative({ prompt: 'Mooring poles of somebody else', account: 'account-2' })
})

const beside = (at: number, query: string) =>
  readBeside(ids[at] ?? '', parseLibraryQuery(new URLSearchParams(`account=account-1&${query}`)))

describe('what stands beside a clip', () => {
  test.each([
    ['', [4, 3, 2, 1, 0]],
    ['sort=oldest', [0, 1, 2, 3, 4]],
    ['sort=price', [4, 0, 2, 3, 1]],
    ['sort=cheap', [3, 1, 2, 0, 4]],
    ['sort=rating', [4, 3, 2, 1, 0]],
    ['q=mooring&sort=newest', [4, 2, 0]],
    ['price=0.1-0.3&sort=oldest', [0, 1, 2, 3]],
  ])('is what the library shows next to it: ?%s', async (query, order) => {
    const { items, total } = await readLibrary(
      parseLibraryQuery(new URLSearchParams(`account=account-1&${query}`)),
      null,
    )
    expect(items.map(({ id }) => ids.indexOf(id))).toEqual(order)
    for (const [place, at] of order.entries()) {
      expect(await beside(at, query)).toEqual({
        previous: ids[order[place - 1] ?? -1] ?? null,
        next: ids[order[place + 1] ?? -1] ?? null,
        number: place + 1,
        of: total.clips,
      })
    }
  })

  test('goes by how well it fits the words, where that is the order', async () => {
    const query = 'q=mooring poles'
    const { items } = await readLibrary(parseLibraryQuery(new URLSearchParams(`account=account-1&${query}`)), null)
    const order = items.map(({ id }) => id)
    for (const [place, id] of order.entries()) {
      expect(await beside(ids.indexOf(id), query)).toMatchObject({
        previous: order[place - 1] ?? null,
        next: order[place + 1] ?? null,
        number: place + 1,
      })
    }
  })

  test('is nothing where the clip is not among what is shown, or not there at all', async () => {
    expect(await beside(1, 'q=mooring')).toBeNull()
    expect(await beside(0, 'bin=1')).toBeNull()
    expect(await readBeside('nowhere', parseLibraryQuery(new URLSearchParams()))).toBeNull()
    expect(await readBeside(ids[0] ?? '', parseLibraryQuery(new URLSearchParams('account=account-2')))).toBeNull()
  })
})
