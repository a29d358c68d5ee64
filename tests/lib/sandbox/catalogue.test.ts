import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CatalogueEntry } from '@/lib/sandbox/catalogue'
import { jobDuration, p80Duration } from '@/lib/sandbox/timing'
import { Bench } from './harness'

let bench: Bench
let entries: CatalogueEntry[]
beforeAll(async () => {
  bench = await Bench.open({ balanceUsd: 1_000 })
  entries = (await bench.get('/models?type=video')).json.data
})
afterAll(() => bench.close())

const having = (wanted: (entry: CatalogueEntry) => boolean) => entries.filter(wanted).length

describe('the catalogue', () => {
  test('has the outer shape of the API, and is empty for other types', async () => {
    const images = (await bench.get('/models?type=image')).json
    expect(images).toEqual({ data: [], object: 'list', type: 'image' })
    expect(entries.length).toBeGreaterThanOrEqual(20)
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length)
    expect(new Set(entries.map((entry) => Object.keys(entry).sort().join()))).toEqual(
      new Set(['created,id,model_spec,object,owned_by,type']),
    )
  })

  test('shows what a client must cope with', () => {
    const constraints = (entry: CatalogueEntry) => entry.model_spec.constraints
    const known = ['text-to-video', 'image-to-video', 'video']
    expect(having((entry) => !known.includes(constraints(entry).model_type))).toBe(1)
    expect(having((entry) => 'new_thing' in constraints(entry))).toBe(1)
    expect(having((entry) => entry.model_spec.offline)).toBe(2)
    expect(having((entry) => entry.model_spec.deprecation !== undefined)).toBe(2)
    expect(having((entry) => entry.model_spec.betaModel === true)).toBeGreaterThan(0)
    expect(having((entry) => constraints(entry).resolutions.length === 0)).toBeGreaterThan(0)
    expect(having((entry) => constraints(entry).aspect_ratios.length === 0)).toBeGreaterThan(0)
    expect(having((entry) => constraints(entry).durations.length === 1)).toBeGreaterThan(0)
    expect(having((entry) => constraints(entry).per_reference_audio)).toBe(1)
  })

  test('sells at least seven models for a prompt alone', async () => {
    const sold = []
    for (const { id, model_spec } of entries) {
      const { durations, resolutions, model_type } = model_spec.constraints
      if (model_type === 'video') continue
      await bench.control('DELETE', 'limits')
      const body = { model: id, prompt: 'dusk', duration: durations[0], resolution: resolutions[0] }
      const reply = await bench.post('/video/queue', body)
      if (reply.status === 200) sold.push(id)
    }
    expect(sold.length).toBeGreaterThanOrEqual(7)
  })
})

describe('job times', () => {
  test('lie around the median, one in five beyond the 80th percentile', () => {
    const times = Array.from({ length: 2_000 }, (_, at) => jobDuration(`job ${at}`, 20_000)).sort((a, b) => a - b)
    expect(times[1_000]).toBeGreaterThan(19_000)
    expect(times[1_000]).toBeLessThan(21_000)
    expect(Math.abs((times[1_600] ?? 0) - p80Duration(20_000))).toBeLessThan(1_000)
  })
})
