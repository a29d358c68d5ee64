import { readdirSync } from 'node:fs'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitTranscript } from '@/app/actions/transcripts'
import { log } from '@/lib/log'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'
import { type Route, routesOf, type Stock } from './bad-input/routes'

/** To each handler that looks at anything of a request. */
const REQUESTS = 60

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>
let stock: Stock

beforeAll(async () => {
  log.level = 'error'
  studio = await openTestStudio(1000)
  stop = (await studio.start()).stop
  stock = await fillStudio()
}, 60_000)
afterAll(() => stop())

/** One clip and one transcript, so that there is something to be found. */
async function fillStudio(): Promise<Stock> {
  const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'Mist'))
  const transcript = crypto.randomUUID()
  const url = 'https://youtu.be/dQw4w9WgXcQ'
  await press(intent)
  await submitTranscript({ id: transcript, url, timeZone: 'UTC', confirmed: true })
  await untilState(transcript, ['done'])
  const { clip } = await untilState(intent.id, ['done'])
  return { generation: intent.id, transcript, hash: clip?.hash ?? '' }
}

it('promise 15: whatever an address or a header holds, every handler has an answer, and none is an error of ours', async () => {
  const routes = routesOf(stock)
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  expect(Object.keys(routes).sort()).toEqual(files.filter((file) => file.endsWith('route.ts')).sort())
  const statuses = new Map<number, number>()
  for (const [file, route] of Object.entries(routes)) {
    await fc.assert(
      fc.asyncProperty(askedOf(route), async (asked) => {
        const { status } = await answered(file, route, asked)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect(status).toBeLessThan(500)
      }),
      { numRuns: looksAtNothing(route) ? 1 : REQUESTS, seed: 15 },
    )
  }
  const requests = [...statuses.values()].reduce((sum, count) => sum + count)
  const told = [...statuses].sort().map(([status, count]) => `${count} × ${status}`)
  process.stdout.write(`promise 15: ${Object.keys(routes).length} handlers, ${requests} requests: ${told.join(', ')}\n`)
}, 120_000)

const looksAtNothing = ({ params, query, headers }: Route) =>
  Object.keys({ ...params, ...query, ...headers }).length === 0

interface Asked {
  params: Record<string, string>
  query: Record<string, string>
  headers: Record<string, string>
}

/** All of the params; of query and headers some. */
const askedOf = ({ params, query, headers }: Route): fc.Arbitrary<Asked> =>
  fc.record({ params: fc.record(params), query: some(query), headers: some(headers) })

const some = (texts: Route['query']): fc.Arbitrary<Record<string, string>> =>
  fc
    .tuple(fc.record(texts), fc.subarray(Object.keys(texts)))
    .map(([all, names]) => Object.fromEntries(names.map((name) => [name, all[name] ?? ''])))

/** The answer, read to its end. */
async function answered(file: string, route: Route, { params, query, headers }: Asked): Promise<Response> {
  const url = new URL(`http://127.0.0.1:3210/api/${file}`)
  url.search = String(new URLSearchParams(query))
  const response = await route.ask(new Request(url, { headers: sendable(headers) }), params)
  await response.arrayBuffer()
  return response
}

/** A header holds no line breaks and nothing beyond Latin-1: no server ever sees one that does. */
const sendable = (headers: Record<string, string>): [string, string][] =>
  Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '')])
