import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as settings from '@/app/actions/settings'
import { credentialOf } from '@/lib/access/credentials'
import { currentDoors, openDoorRefusal } from '@/lib/access/doors'
import { addHost, readHostsView, removeHost } from '@/lib/access/hosts'
import { changeKept } from '@/lib/access/kept'
import { keepKey, readKeyView, removeKey } from '@/lib/access/key'
import { findSession, openSession } from '@/lib/access/sessions'
import { removePassword, setPassword } from '@/lib/access/set-password'
import { studioAccount } from '@/lib/account'
import { changeAccount } from '@/lib/engine/studio'
import { log } from '@/lib/log'
import { startSandboxProcess } from '@/tests/support/app'
import { openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

const NOW = 1_800_000_000_000
const KEY = 'settings-key-0123456789-abcd'
const OWNER = 'the owner’s own words'

let vendor: Awaited<ReturnType<typeof startSandboxProcess>>
let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  log.level = 'silent'
  vendor = await startSandboxProcess({ key: KEY })
  studio = await openTestStudio(200, { VENICE_API_BASE_URL: vendor.url })
  await studio.start()
}, 60_000)
afterAll(async () => {
  await (await studio.start()).stop()
  await vendor.stop()
})

it.each(['', 'two words', 'kürz-mit-umlaut', 'x'.repeat(600)])(
  '"%s" is not asked about: it is no key',
  async (typed) => {
    expect(await keepKey(typed)).toMatchObject({ ok: false, sentence: /does not look like a key/ })
  },
)

it('a key the API refuses is not kept', async () => {
  expect(await keepKey('some-other-key-000000')).toMatchObject({ ok: false, sentence: /does not accept this key/ })
  expect(readKeyView()).toMatchObject({ source: null, lastFour: null })
})

it('a key it accepts is kept in the file alone, and the engine goes on with it', async () => {
  const before = (await studioAccount()).id
  const input = await smallestInput('vetro-mini-text-to-video', 'Before the key')
  const first = await pricedIntent(input)
  await press(first)
  await untilState(first.id, ['stored', 'done'])

  expect(await keepKey(` ${KEY}\n`)).toEqual({ ok: true })
  await changeAccount()
  const account = await studioAccount()
  expect([account.id === before, account.mode, account.access.apiKey]).toEqual([false, 'other', KEY])
  expect(readKeyView()).toMatchObject({ source: 'settings', lastFour: 'abcd', hidden: false })
  const file = join(studio.dataDir, 'settings.json')
  expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8').includes(KEY)]).toEqual([0o600, true])
  expect(readFileSync(join(studio.dataDir, 'squero.db'), 'latin1')).not.toContain(KEY)
  expect(JSON.stringify(readKeyView())).not.toContain(KEY)

  const second = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'With the key'))
  await press(second)
  await untilState(second.id, ['stored', 'done'])
  expect((await vendor.control.requests()).filter(({ route }) => route === 'queue')).toHaveLength(1)

  expect(removeKey()).toEqual({ ok: true })
  await changeAccount()
  expect((await studioAccount()).id).toBe(before)
  expect(readFileSync(file, 'utf8')).not.toContain(KEY)
}, 120_000)

it('addresses are exact, and none is taken before there is a password', async () => {
  expect(addHost('https://studio.example.com')).toMatchObject({ ok: false, sentence: /Set a password first/ })
  for (const wrong of ['studio.example.com', 'https://*.example.com', 'ftp://a.example', 'https://a.example/x', '']) {
    expect(addHost(wrong), wrong).toMatchObject({ ok: false, sentence: /is not an address without a path/ })
  }
})

it('a password is set by whoever knows the one before, and ends what was opened with it', async () => {
  const { db } = studio
  const change = { role: 'owner' as const, now: NOW }
  expect(await setPassword(db, { ...change, password: 'short', current: '' })).toMatchObject({ ok: false })
  expect(await setPassword(db, { ...change, role: 'viewer', password: OWNER, current: '' })).toMatchObject({
    ok: false,
  })
  expect(await setPassword(db, { ...change, password: OWNER, current: '' })).toEqual({ ok: true })
  const passwordMark = (await credentialOf('owner'))?.mark ?? ''
  const token = await openSession(db, { role: 'owner', passwordMark, agent: null, now: NOW })
  expect(await setPassword(db, { ...change, role: 'viewer', password: OWNER, current: OWNER })).toMatchObject({
    sentence: 'Owner and viewer need two different passwords.',
  })
  expect(await setPassword(db, { ...change, password: 'other words now', current: 'wrong' })).toMatchObject({
    ok: false,
  })
  expect(await findSession(db, token, NOW)).not.toBeNull()
  expect(await setPassword(db, { ...change, password: 'other words now', current: OWNER })).toEqual({ ok: true })
  expect(await findSession(db, token, NOW)).toBeNull()
  expect(readFileSync(join(studio.dataDir, 'settings.json'), 'utf8')).not.toContain('other words now')
})

it('with it an address is taken, and then the password must stay', async () => {
  expect(addHost('https://Studio.example.com/')).toEqual({ ok: true })
  expect(readHostsView().settings).toEqual(['https://studio.example.com'])
  expect(currentDoors().addresses.get('studio.example.com')).toBe('https://studio.example.com')
  const removal = { role: 'owner' as const, current: 'other words now', now: NOW }
  expect(await removePassword(studio.db, removal)).toMatchObject({ ok: false, sentence: /Other machines reach/ })
  expect(openDoorRefusal()).toBeNull()
  changeKept(studio.dataDir, ({ ownerPassword: _gone, ...kept }) => kept)
  expect(openDoorRefusal()).toContain('set SQUERO_PASSWORD in .env')
  expect(removeHost('https://studio.example.com', 'https://studio.example.com')).toMatchObject({ ok: false })
  expect(removeHost('https://studio.example.com', 'http://127.0.0.1:3210')).toEqual({ ok: true })
  expect(openDoorRefusal()).toBeNull()
})

const GIVEN = Object.entries(settings).filter(([name]) => name !== 'removeKey')

it.each(GIVEN)('%s says in a sentence that what it was given is unreadable', async (_name, action) => {
  for (const odd of [undefined, null, 5, {}, [], 'x'.repeat(3000), { role: 'admin', password: 'x', current: 'x' }]) {
    expect(await (action as (given: unknown) => Promise<unknown>)(odd)).toMatchObject({ ok: false, sentence: /\.$/ })
  }
})
