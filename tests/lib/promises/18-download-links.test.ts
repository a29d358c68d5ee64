import type { LookupAddress } from 'node:dns'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createVenice, type Venice } from '@/lib/venice/client'
import { httpServer } from '@/tests/lib/venice/stand-in'
import { KEY } from '@/tests/lib/venice/vendor'
import { shoot } from '@/tests/support/footage'
import { readyJob, walk } from '@/tests/support/receiving'
import { openTestStudio } from '@/tests/support/studio'
import { watchNetwork } from '@/tests/support/watch-network'
import { doubtfulAddresses, forbiddenAddresses, ofThisMachine } from './forbidden-addresses'

/** Where names lead; all others lead to this machine. */
const names = new Map<string, string[]>()

// The one thing a test cannot have for real: names of strangers that lead to private addresses.
vi.mock('node:dns', async (original) => ({
  ...(await original<typeof import('node:dns')>()),
  lookup(name: string, _: unknown, callback: (error: Error | null, addresses: LookupAddress[]) => void) {
    const addresses = names.get(name) ?? ['127.0.0.1']
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
}))

/** The client as it is with a key: the API is not on this machine. */
const atVenice = createVenice({ baseUrl: 'https://api.venice.ai/api/v1', apiKey: KEY }, { timeouts: { connect: 500 } })

let studio: Awaited<ReturnType<typeof openTestStudio>>
/** The forbidden ones as https, which alone a download may be, and names that lead to this machine. */
let links: string[]
/** Of them those that mean another machine, and none of the web. */
let elsewhere: string[]
let connections = 0
const trap = createServer((socket) => {
  connections += 1
  socket.destroy()
})

beforeAll(async () => {
  studio = await openTestStudio(1000)
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve))
  const { port } = trap.address() as AddressInfo
  const traps = { trap: port, studio: 3210, api: port }
  const secure = (link: string) => link.replace(/^http:/, 'https:')
  links = [...forbiddenAddresses(traps), ...doubtfulAddresses(traps).slice(0, 3)].map(secure)
  const here = new Set(ofThisMachine(traps))
  elsewhere = forbiddenAddresses(traps).filter((link) => !here.has(link))
})
afterAll(async () => {
  trap.close()
  await studio.account.sandbox?.close()
})

it('promise 18: a link to this machine, its network or none of the web is neither fetched nor revoked, and its job pauses with it', async () => {
  const network = watchNetwork()
  const strange: unknown[] = []
  for (const link of links) {
    const id = await readyJob(studio, { downloadUrl: link })
    const row = await walk(studio, id, { venice: { download: atVenice.download }, steps: 2 })
    const facts = {
      state: row.state,
      link: row.downloadUrl,
      gets: row.downloadGets,
      problem: row.problem,
      note: row.note,
    }
    if (!isPaused(facts, link)) strange.push([link, facts])
    const revoked = await atVenice.revokeDownload(link)
    if (revoked.kind !== 'again') strange.push([link, revoked])
  }
  network.stop()
  process.stdout.write(
    `promise 18: ${links.length} download links, ${links.length - strange.length} jobs paused with theirs, ${connections + network.seen().length} connections\n`,
  )
  expect(strange.slice(0, 3)).toEqual([])
  expect(links.length).toBeGreaterThan(60)
  expect([network.seen(), connections]).toEqual([[], 0])
}, 60_000)

function isPaused(facts: Record<string, unknown>, link: string): boolean {
  const note = Object(facts.note)
  return (
    facts.state === 'receiving' &&
    facts.link === link &&
    facts.gets === 0 &&
    facts.problem === null &&
    note.code === 'blocked' &&
    note.times === 2
  )
}

it('promise 18: a redirect to another machine’s private address, or to none of the web, is not followed', async () => {
  let location = ''
  const standIn = await httpServer((response) => response.writeHead(302, { location: encodeURI(location) }).end())
  const here: Venice = createVenice({ baseUrl: `${standIn.url}/api/v1`, apiKey: KEY }, { timeouts: { connect: 500 } })
  for (const name of ['metadata.google.internal', 'instance-data', 'nas.local', 'router.lan'])
    names.set(name, ['10.0.0.5'])
  for (const name of ['printer.home.arpa', 'host.docker.internal', 'intranet']) names.set(name, ['::ffff:10.0.0.5'])
  const network = watchNetwork()
  const followed: unknown[] = []
  for (location of elsewhere) {
    const answer = await here.download(`${standIn.url}/film`)
    if (answer.kind !== 'blocked') followed.push([location, answer])
  }
  network.stop()
  expect(followed).toEqual([])
  expect(elsewhere.length).toBeGreaterThan(25)
  expect(standIn.arrivals).toHaveLength(elsewhere.length)
  expect(network.seen().filter((line) => line !== `TCPCONNECTWRAP 127.0.0.1:${standIn.port}`)).toEqual([])
})

it('promise 18: a paused job is stored once its link leads where it may', async () => {
  const film = await shoot({ frames: 12 })
  const standIn = await httpServer((response) => response.writeHead(200, { 'content-type': 'video/mp4' }).end(film))
  const id = await readyJob(studio, { downloadUrl: `http://films.example:${standIn.port}/film` })
  names.set('films.example', ['127.0.0.1', '10.0.0.5'])
  expect(await walk(studio, id, { steps: 3 })).toMatchObject({
    state: 'receiving',
    note: { code: 'blocked', times: 3 },
  })
  expect(standIn.arrivals).toEqual([])
  // The API of this studio is on this machine, so this is where it may.
  names.set('films.example', ['127.0.0.1'])
  expect(await walk(studio, id)).toMatchObject({ state: 'stored', downloadGets: 1 })
  expect(standIn.arrivals).toHaveLength(1)
})
