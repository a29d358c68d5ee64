import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitGeneration } from '@/app/actions/generations'
import { submitTranscript } from '@/app/actions/transcripts'
import { GET as getQuote } from '@/app/api/quote/route'
import { inputSchemaFor } from '@/lib/generations/input'
import { pricingOf } from '@/lib/generations/pricing-key'
import { quotePath } from '@/lib/generations/quote-path'
import type { Intent, QuoteAnswer } from '@/lib/generations/view'
import type { ModelOffer } from '@/lib/models/offer'
import { readCatalogue } from '@/lib/models/server'
import { chanceFrom } from '@/tests/faults/chance'
import { openRig, type Rig } from '@/tests/faults/rig'
import { pricedIntent } from '@/tests/support/studio'
import { watchNetwork } from '@/tests/support/watch-network'
import { ADDRESS_FIELDS, type AddressField, everyPlace, inputWith } from './address-fields'
import { doubtfulAddresses, forbiddenAddresses } from './forbidden-addresses'

const GOOD = 'https://example.com/a-5s.mp4'

let rig: Rig
let offers: ModelOffer[]
let forbidden: string[]
let doubtful: string[]
let connections = 0
const trap = createServer((socket) => {
  connections += 1
  socket.destroy()
})

beforeAll(async () => {
  rig = await openRig(chanceFrom(18))
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const ports = { trap: (trap.address() as AddressInfo).port, studio: 3210, api: Number(apiOf().port) }
  forbidden = forbiddenAddresses(ports)
  doubtful = doubtfulAddresses(ports)
  offers = (await readCatalogue()).models
}, 60_000)
afterAll(async () => {
  trap.close()
  await rig.close()
})

const apiOf = () => new URL(process.env.VENICE_API_BASE_URL ?? '')

it('promise 18: the fields are all that take an address, and the addresses are more than sixty', () => {
  expect(ADDRESS_FIELDS.map(({ name }) => name)).toEqual(everyPlace())
  expect(new Set(forbidden).size).toBeGreaterThanOrEqual(60)
})

it('promise 18: the watch sees a connection and a look-up when there is one', async () => {
  const network = watchNetwork()
  await fetch(`http://localhost:${(trap.address() as AddressInfo).port}`).catch(() => undefined)
  network.stop()
  expect(network.seen().map((line) => line.split(' ')[0])).toEqual(
    expect.arrayContaining(['TCPCONNECTWRAP', 'GETADDRINFOREQWRAP']),
  )
  expect(connections).toBe(1)
  connections = 0
})

it('promise 18: an address of this machine, its network or none of the web is refused in every field, and nothing goes there', async () => {
  const network = watchNetwork()
  const passed: unknown[] = []
  for (const field of ADDRESS_FIELDS) {
    const { quotedMicroUsd } = await pricedIntent(inputWith(field, GOOD))
    for (const url of forbidden) {
      if (!(await isRefused(field, url, quotedMicroUsd))) passed.push([field.name, url])
    }
  }
  for (const url of forbidden) {
    if ((await price(url)).ok) passed.push(['a price', url])
    if ((await transcribe(url)).kind !== 'invalid') passed.push(['a transcript', url])
  }
  network.stop()
  const strange = network.seen().filter((line) => line !== `TCPCONNECTWRAP ${apiOf().host}`)
  process.stdout.write(
    `promise 18: ${forbidden.length} addresses × ${ADDRESS_FIELDS.length + 2} fields, ${passed.length} passed, ${connections + strange.length} connections\n`,
  )
  expect(passed.slice(0, 5)).toEqual([])
  expect([strange, connections]).toEqual([[], 0])
  expect(await rig.db.generation.count()).toBe(0)
}, 120_000)

/** By the form, and by the action whatever the form said. */
async function isRefused(field: AddressField, url: string, quotedMicroUsd: number): Promise<boolean> {
  const input = inputWith(field, url)
  const offer = offers.find(({ id }) => id === field.modelId)
  const issues = offer && inputSchemaFor(offer).safeParse(input).error?.issues
  const told = issues?.some(
    ({ path, message }) =>
      path.join('.').startsWith(`media.${field.name.split('.')[0]}`) && /^[A-Z].*[.…]$/.test(message),
  )
  const result = await submitGeneration(intentFor(input, quotedMicroUsd))
  return told === true && result.kind === 'invalid' && result.sentence !== ''
}

const intentFor = (input: Intent['input'], quotedMicroUsd: number): Intent => ({
  id: crypto.randomUUID(),
  input,
  quotedMicroUsd,
  projectId: null,
  timeZone: null,
  confirmed: true,
})

const SOURCE = ADDRESS_FIELDS.filter(({ name }) => name === 'sourceVideo')

/** What the route of prices says to an address in it. */
async function price(url: string): Promise<QuoteAnswer> {
  const [field] = SOURCE
  if (!field) throw new Error('No field takes a source.')
  const path = quotePath(pricingOf(inputWith(field, url)))
  return (await getQuote(new Request(new URL(path, 'http://127.0.0.1:3210')))).json()
}

const transcribe = (url: string) => submitTranscript({ id: crypto.randomUUID(), url, timeZone: null, confirmed: true })

it('promise 18: an address whose words are those of the web goes out as text, and this process never looks it up', async () => {
  const network = watchNetwork()
  const sent: { url: string; id: string }[] = []
  for (const [at, field] of ADDRESS_FIELDS.entries()) {
    const url = doubtful[at % doubtful.length] ?? ''
    const input = inputWith(field, url)
    const intent = await pricedIntent({ ...input, prompt: `${field.name} ${at}` })
    rig.lay(intent.input)
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
    rig.pressed.push({ id: intent.id, modelId: field.modelId, prompt: intent.input.prompt })
    sent.push({ url, id: intent.input.prompt })
  }
  rig.wake()
  await expect.poll(() => rig.db.generation.count({ where: { state: 'done' } }), { timeout: 60_000 }).toBe(sent.length)
  network.stop()
  const bodies = (await rig.control.requests())
    .filter(({ route }) => route === 'queue')
    .map(({ body }) => JSON.stringify(body))
  for (const { url, id } of sent)
    expect(bodies.filter((body) => body.includes(url) && body.includes(id))).toHaveLength(1)
  expect(network.seen().filter((line) => line !== `TCPCONNECTWRAP ${apiOf().host}`)).toEqual([])
  expect(connections).toBe(0)
}, 120_000)
