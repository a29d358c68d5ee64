import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Bench, SMALL } from './harness'

let bench: Bench
beforeAll(async () => {
  bench = await Bench.open()
})
afterAll(() => bench.close())

async function probe(bytes: Buffer) {
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS })
  const video = await input.getPrimaryVideoTrack()
  const audio = await input.getPrimaryAudioTrack()
  return {
    width: await video?.getDisplayWidth(),
    height: await video?.getDisplayHeight(),
    codec: await video?.getCodec(),
    seconds: await input.computeDuration(),
    sound: await audio?.getCodec(),
    mime: await input.getMimeType(),
  }
}

describe('the video loop', () => {
  test('charges exactly what it quoted, to the micro-dollar', async () => {
    const inputs = { model: 'lagoon-1-fast-text-to-video', duration: '3s', resolution: '360p' }
    const quote = await bench.post('/video/quote', inputs)
    const queued = await bench.post('/video/queue', { ...inputs, prompt: 'one lamp', aspect_ratio: '16:9' })
    const charge = (await bench.ledger()).find((line) => line.queueId === queued.json.queue_id)
    expect(quote.json).toEqual({ quote: 0.003549 })
    expect(charge).toMatchObject({ kind: 'charge', model: inputs.model, microUsd: 3549 })
  })

  test('prices sound, resolution, upscaling and reference footage', async () => {
    const price = async (body: object) => (await bench.post('/video/quote', body)).json.quote
    const lagoon = { model: 'lagoon-1-text-to-video', duration: '4s', resolution: '480p' }
    expect(await price(lagoon)).toBe(0.19575)
    expect(await price({ ...lagoon, audio: false })).toBe(0.145)
    expect(await price({ ...lagoon, resolution: '1080p', audio: false })).toBe(0.39875)
    const upscale = { model: 'nitido-video-upscale', duration: 'Auto', video_url: 'https://example.com/a.mp4' }
    expect(await price({ ...upscale, upscale_factor: 4 })).toBeGreaterThan(await price(upscale))
    const reference = { model: 'corteo-2-reference-to-video', duration: '5s', resolution: '480p' }
    expect(await price({ ...reference, reference_video_total_duration: 5 })).toBeGreaterThan(await price(reference))
  })

  test('tells progress in milliseconds, then gives the clip as the body', async () => {
    const queued = await bench.queue()
    expect(Object.keys(queued.json)).toEqual(['model', 'queue_id'])
    const early = await bench.retrieve(queued)
    expect(early.json).toEqual({
      status: 'PROCESSING',
      average_execution_time: expect.any(Number),
      execution_duration: expect.any(Number),
    })
    const clip = await bench.finished(queued)
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    expect(Number(clip.headers.get('content-length'))).toBe(clip.bytes.length)
    expect(await probe(clip.bytes)).toMatchObject({ width: 456, height: 256, codec: 'avc', sound: undefined })
  })

  test('films the asked shape and length, with sound where the model has it', async () => {
    const queued = await bench.post('/video/queue', {
      model: 'bora-imagine-text-to-video-private',
      prompt: 'canal lamps at night',
      duration: '7s',
      resolution: '480p',
      aspect_ratio: '9:16',
    })
    const clip = await probe((await bench.finished(queued)).bytes)
    expect(clip).toMatchObject({ width: 480, height: 854, codec: 'avc', sound: 'aac' })
    expect(Math.abs(clip.seconds - 7)).toBeLessThan(1 / 16)
  })

  test('gives the same clip twice for the same job, and another for another prompt', async () => {
    const first = await bench.queue({ prompt: 'a bell' })
    const second = await bench.queue({ prompt: 'a belfry' })
    const clip = await bench.finished(first)
    const again = await bench.retrieve(first)
    const other = await bench.finished(second)
    expect(again.bytes.equals(clip.bytes)).toBe(true)
    expect(other.bytes.equals(clip.bytes)).toBe(false)
  })

  test('has nothing left after complete', async () => {
    const queued = await bench.queue()
    await bench.finished(queued)
    const names = { model: SMALL.model, queue_id: queued.json.queue_id }
    expect((await bench.post('/video/complete', names)).json).toEqual({ success: true })
    expect((await bench.retrieve(queued)).status).toBe(404)
    expect((await bench.post('/video/complete', names)).status).toBe(404)
  })

  test('deletes on retrieval when asked to', async () => {
    const queued = await bench.queue()
    const clip = await bench.finished(queued, { delete_media_on_completion: true })
    expect(clip.headers.get('content-type')).toBe('video/mp4')
    expect((await bench.retrieve(queued)).status).toBe(404)
  })

  test('knows a job only under its own model', async () => {
    const queued = await bench.queue()
    const names = { model: 'lagoon-1-text-to-video', queue_id: queued.json.queue_id }
    expect((await bench.post('/video/retrieve', names)).status).toBe(404)
  })

  test('loses finished media after a day', async () => {
    const aged = await Bench.open()
    const queued = await aged.queue()
    aged.skippedMs += 25 * 3_600_000
    expect((await aged.retrieve(queued)).status).toBe(404)
    await aged.close()
  })

  test('says when the provider refused, and gives money back only when it says so', async () => {
    const refunded = await bench.queue({ prompt: 'provider-refuses-refunded please' })
    const kept = await bench.queue({ prompt: 'provider-refuses-kept please' })
    const first = await bench.finished(refunded)
    const second = await bench.finished(kept)
    await bench.retrieve(refunded)
    expect(first.status).toBe(422)
    expect(first.json.error).toEqual({
      message: expect.stringContaining('Credits have been refunded'),
      type: 'provider_content_policy',
      recommended_model: 'tessera-3-text-to-video',
      credits_refunded: true,
    })
    expect(second.json.error.credits_refunded).toBe(false)
    const refunds = (await bench.ledger()).filter((line) => line.kind === 'refund')
    expect(refunds.map((line) => line.queueId)).toEqual([refunded.json.queue_id])
  })
})
