import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Bench, SMALL } from './harness'
import { png } from './media'

let bench: Bench
beforeEach(async () => {
  bench = await Bench.open()
})
afterEach(() => bench.close())

const quote = async (model = SMALL.model) => {
  return (await bench.post('/video/quote', { model, duration: '5s' })).json.quote
}

describe('the control path', () => {
  test('moves prices, for all models or one', async () => {
    await bench.control('POST', 'price', { factor: 2 })
    expect(await quote()).toBe(0.00487)
    await bench.control('POST', 'price', { factor: 3, model: SMALL.model })
    expect(await quote()).toBe(0.01461)
    expect(await quote('tessera-3-text-to-video')).toBe(0.24027)
    await bench.queue()
    expect((await bench.ledger())[0]?.microUsd).toBe(14_610)
  })

  test('sets the balance', async () => {
    await bench.control('POST', 'balance', { usd: 0.001 })
    expect((await bench.queue()).status).toBe(402)
  })

  test('takes a model offline and changes what it offers', async () => {
    await bench.control('POST', 'models', { id: SMALL.model, patch: { offline: true } })
    expect((await bench.queue()).status).toBe(503)
    const patch = { offline: false, constraints: { durations: ['6s'], brand_new_key: 1 } }
    await bench.control('POST', 'models', { id: SMALL.model, patch })
    expect((await bench.queue()).status).toBe(400)
    expect((await bench.queue({ duration: '6s' })).status).toBe(200)
    const { data } = (await bench.get('/models')).json
    const entry = data.find((model: { id: string }) => model.id === SMALL.model)
    expect(entry.model_spec.constraints).toMatchObject({ durations: ['6s'], brand_new_key: 1, audio: false })
  })

  test('changes the speed of new and running jobs, and the averages with it', async () => {
    await bench.control('POST', 'speed', { speed: 0.1 })
    const queued = await bench.queue()
    const slow = (await bench.retrieve(queued)).json
    await bench.control('POST', 'speed', { speed: 10 })
    const fast = (await bench.retrieve(queued)).json
    expect(slow.average_execution_time / fast.average_execution_time).toBeCloseTo(100, 0)
    await bench.control('POST', 'speed', { speed: 1_000 })
    expect((await bench.finished(queued)).headers.get('content-type')).toBe('video/mp4')
  })

  test('lists requests with their data URLs shortened and their answers', async () => {
    await bench.queue({ image_url: png(), prompt: 'logged' })
    await bench.order('queue', { kind: 'reset' })
    await expect(bench.queue()).rejects.toThrow()
    const log = (await bench.control('GET', 'requests')).json
    expect(log[0]).toMatchObject({ route: 'queue', status: 400, body: { prompt: 'logged' } })
    expect(log[0].body.image_url.length).toBeLessThan(100)
    expect(log[1]).toMatchObject({ route: 'queue', status: null, fault: 'reset' })
  })

  test('lists jobs with their states', async () => {
    const queued = await bench.queue()
    await bench.finished(queued)
    const [job] = (await bench.control('GET', 'jobs')).json
    expect(job).toMatchObject({
      queueId: queued.json.queue_id,
      model: SMALL.model,
      prompt: SMALL.prompt,
      microUsd: 2435,
      state: 'finished',
    })
    expect(Date.parse(job.finishesAt)).toBeGreaterThan(Date.parse(job.acceptedAt))
  })
})
