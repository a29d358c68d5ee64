import { describe, expect, test } from 'vitest'
import { type CatalogueCopy, createCatalogue } from '@/lib/models/catalogue'
import { VeniceError } from '@/lib/venice/errors'
import { entry } from './offers'

const MINUTE = 60_000
const BASE = 'https://api.venice.ai/api/v1'
const list = (...ids: string[]) => ids.map((id) => entry(id, { model_type: 'text-to-video', durations: ['5s'] }))
const unreachable = (retryAt: number | null = null) =>
  new VeniceError('venice-unreachable', 'Venice could not be reached.', { retryAt })

/** A catalogue with a vendor and a store that a test moves by hand. */
function studio(stored: CatalogueCopy | null = null) {
  const world = {
    now: 1_000 * MINUTE,
    answer: async (): Promise<unknown> => list('a'),
    asked: 0,
    stored,
    saveFails: false,
  }
  const catalogue = createCatalogue({
    venice: {
      listVideoModels() {
        world.asked++
        return world.answer()
      },
    },
    baseUrl: BASE,
    copies: {
      load: async (baseUrl) => (baseUrl === BASE ? world.stored : null),
      async save(baseUrl, copy) {
        if (world.saveFails) throw new Error('database is locked')
        if (baseUrl === BASE) world.stored = copy
      },
    },
    now: () => world.now,
  })
  const ids = async () => (await catalogue.read()).models.map(({ id }) => id)
  return { world, catalogue, ids }
}

/** An answer that comes when the test says so. */
function held() {
  let give: (value: unknown) => void = () => {}
  const answer = new Promise<unknown>((resolve) => {
    give = resolve
  })
  return { answer, give: (value: unknown) => give(value) }
}

describe('without a copy', () => {
  test('the first reader waits, and the answer is kept', async () => {
    const { world, catalogue } = studio()
    expect(await catalogue.read()).toMatchObject({ models: [{ id: 'a' }], readAt: world.now, staleBecause: null })
    expect(world.stored).toEqual({ body: list('a'), readAt: world.now })
  })

  test('many readers share one request', async () => {
    const { world, catalogue } = studio()
    await Promise.all([catalogue.read(), catalogue.read(), catalogue.refresh()])
    expect(world.asked).toBe(1)
  })

  test('a failure is the reader’s, and is not repeated for half a minute', async () => {
    const { world, catalogue, ids } = studio()
    world.answer = async () => {
      throw unreachable()
    }
    await expect(catalogue.read()).rejects.toMatchObject({ code: 'venice-unreachable' })
    await expect(catalogue.read()).rejects.toMatchObject({ code: 'venice-unreachable' })
    expect(world.asked).toBe(1)
    world.now += 30_000
    world.answer = async () => list('b')
    expect(await ids()).toEqual(['b'])
  })

  test.each([[[]], ['text'], [[null, 5]]])('an answer without a model (%j) is a failure', async (body) => {
    const { world, catalogue } = studio()
    world.answer = async () => body
    await expect(catalogue.read()).rejects.toMatchObject({ code: 'venice-unreadable' })
    expect(world.stored).toBeNull()
  })
})

describe('with a copy', () => {
  const old = { body: list('stored'), readAt: 900 * MINUTE }

  test('a page never waits: the old list comes at once, the new one next', async () => {
    const { world, ids } = studio(old)
    const later = held()
    world.answer = () => later.answer
    expect(await ids()).toEqual(['stored'])
    expect(await ids()).toEqual(['stored'])
    later.give(list('new'))
    await expect.poll(ids).toEqual(['new'])
    expect(world.asked).toBe(1)
  })

  test('one of less than ten minutes is not asked for again', async () => {
    const { world, ids } = studio({ ...old, readAt: 990 * MINUTE })
    expect(await ids()).toEqual(['stored'])
    expect(world.asked).toBe(0)
    world.now += 1
    await ids()
    expect(world.asked).toBe(1)
  })

  test('one from the future is asked for again', async () => {
    const { world, ids } = studio({ ...old, readAt: 2_000 * MINUTE })
    await ids()
    expect(world.asked).toBe(1)
  })

  test('a failure leaves it, with its age and the reason', async () => {
    const { world, catalogue } = studio(old)
    world.answer = async () => {
      throw unreachable()
    }
    expect(await catalogue.refresh()).toMatchObject({
      models: [{ id: 'stored' }],
      readAt: old.readAt,
      staleBecause: 'Venice could not be reached.',
    })
  })

  test('a limit is kept to as long as Venice says', async () => {
    const { world, catalogue } = studio(old)
    world.answer = async () => {
      throw unreachable(world.now + 5 * MINUTE)
    }
    await catalogue.refresh()
    world.now += 5 * MINUTE - 1
    await catalogue.read()
    expect(world.asked).toBe(1)
    world.now += 1
    await catalogue.read()
    expect(world.asked).toBe(2)
  })

  test('an answer that cannot be read does not replace it', async () => {
    const { world, catalogue } = studio(old)
    world.answer = async () => []
    expect(await catalogue.refresh()).toMatchObject({ models: [{ id: 'stored' }] })
    expect(world.stored).toEqual(old)
  })

  test('a person who asks again is answered, failure or not', async () => {
    const { world, catalogue } = studio(old)
    world.answer = async () => {
      throw unreachable()
    }
    await catalogue.refresh()
    world.answer = async () => list('new')
    expect(await catalogue.refresh()).toMatchObject({ models: [{ id: 'new' }], staleBecause: null })
  })

  test('a store that is busy does not spoil a good list', async () => {
    const { world, catalogue } = studio(old)
    world.saveFails = true
    expect(await catalogue.refresh()).toMatchObject({ models: [{ id: 'a' }], staleBecause: null })
  })

  test('a defect anywhere below leaves it, too', async () => {
    const { world, catalogue } = studio(old)
    world.answer = async () => {
      throw new TypeError('undefined is not a function')
    }
    expect(await catalogue.refresh()).toMatchObject({ models: [{ id: 'stored' }], staleBecause: expect.any(String) })
  })
})

test('a store that fails while loading is asked again', async () => {
  let fails = true
  const catalogue = createCatalogue({
    venice: { listVideoModels: async () => list('a') },
    baseUrl: BASE,
    copies: {
      async load() {
        if (fails) throw new Error('database is locked')
        return null
      },
      save: async () => {},
    },
    now: () => 0,
  })
  await expect(catalogue.read()).rejects.toThrow('locked')
  fails = false
  expect((await catalogue.read()).models).toHaveLength(1)
})
