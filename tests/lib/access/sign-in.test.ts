import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { delayAfter } from '@/lib/access/delay'
import { changeKept } from '@/lib/access/kept'
import { hashPassword } from '@/lib/access/password'
import { endAllSessions, endSession, findSession, listSessions, SESSION_LASTS } from '@/lib/access/sessions'
import { signIn } from '@/lib/access/sign-in'
import { openDb } from '@/lib/db/client'
import { log } from '@/lib/log'

const NOW = 1_800_000_000_000
const DAY = 24 * 60 * 60 * 1000
const dataDir = mkdtempSync(join(tmpdir(), 'squero-sign-in-'))
process.env.SQUERO_DATA_DIR = dataDir
log.level = 'silent'

let db = await openDb(dataDir)
const ownerPassword = await hashPassword('the owner’s words')
const viewerPassword = await hashPassword('the viewer’s words')

beforeEach(async () => {
  changeKept(dataDir, (kept) => ({ ...kept, ownerPassword, viewerPassword }))
  await db.session.deleteMany()
  await db.signInDelay.update({ where: { id: 1 }, data: { failures: 0, openAt: new Date(0) } })
})
afterAll(() => db.$disconnect())

const tryIt = (password: string, now = NOW) => signIn(db, { password, agent: 'Browser 1', now })
const tokenOf = async (password: string, now = NOW) => {
  const result = await tryIt(password, now)
  if (!result.ok) throw new Error(result.sentence)
  return result.token
}

it('each password opens a session of its role', async () => {
  expect((await findSession(db, await tokenOf('the owner’s words'), NOW))?.role).toBe('owner')
  expect((await findSession(db, await tokenOf('the viewer’s words'), NOW))?.role).toBe('viewer')
  expect(await tryIt('nobody’s words')).toMatchObject({ ok: false, sentence: 'This is not the password.' })
})

it('the token stands in no row', async () => {
  const token = await tokenOf('the owner’s words')
  expect(JSON.stringify(await db.session.findMany())).not.toContain(token)
})

it('nothing else is a session', async () => {
  await tokenOf('the owner’s words')
  for (const token of [undefined, '', 'x', 'A'.repeat(43), `${'A'.repeat(42)}'`]) {
    expect(await findSession(db, token, NOW), token).toBeNull()
  }
})

it('a session ends after its days, and when it is revoked', async () => {
  const first = await tokenOf('the owner’s words')
  expect(await findSession(db, first, NOW + SESSION_LASTS - 1)).not.toBeNull()
  expect(await findSession(db, first, NOW + SESSION_LASTS)).toBeNull()
  const second = await tokenOf('the owner’s words', NOW + DAY)
  const known = await findSession(db, second, NOW + DAY)
  await endSession(db, known?.id ?? '')
  expect(await findSession(db, second, NOW + DAY)).toBeNull()
  expect(await findSession(db, first, NOW + DAY)).not.toBeNull()
})

it('signing out everywhere ends all', async () => {
  const tokens = [await tokenOf('the owner’s words'), await tokenOf('the viewer’s words')]
  expect(await listSessions(db, null, NOW)).toHaveLength(2)
  await endAllSessions(db)
  for (const token of tokens) expect(await findSession(db, token, NOW)).toBeNull()
})

it('another password ends the sessions of the one before, and only those', async () => {
  const owner = await tokenOf('the owner’s words')
  const viewer = await tokenOf('the viewer’s words')
  const other = await hashPassword('other words for it')
  changeKept(dataDir, (kept) => ({ ...kept, viewerPassword: other }))
  expect(await findSession(db, viewer, NOW)).toBeNull()
  expect(await findSession(db, owner, NOW)).not.toBeNull()
  changeKept(dataDir, (kept) => ({ ...kept, ownerPassword: other, viewerPassword: undefined }))
  expect(await findSession(db, owner, NOW)).toBeNull()
  expect(await listSessions(db, null, NOW)).toEqual([])
})

it('delays grow, and end at a minute', () => {
  const seconds = [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100].map((failures) => delayAfter(failures) / 1000)
  expect(seconds).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60])
})

it('wrong passwords make everybody wait, also after a restart; the right one ends it', async () => {
  for (let tries = 0; tries < 5; tries++) expect(await tryIt(`wrong ${tries}`)).toMatchObject({ waitMs: 0 })
  expect(await tryIt('the owner’s words')).toMatchObject({ ok: false, waitMs: 1000, sentence: /Wait 1 second/ })
  await db.$disconnect()
  db = await openDb(dataDir)
  expect(await tryIt('the owner’s words', NOW + 999)).toMatchObject({ ok: false, waitMs: 1 })
  expect(await tryIt('the owner’s words', NOW + 1000)).toMatchObject({ ok: true })
  expect(await tryIt('wrong again', NOW + 1000)).toMatchObject({ waitMs: 0 })
})

it('a crowd of tries at once gets no more turns than one after the other', async () => {
  const results = await Promise.all(Array.from({ length: 40 }, (_, at) => tryIt(`guess ${at}`)))
  expect(results.filter((result) => !result.ok && result.waitMs === 0)).toHaveLength(5)
})

it('a clock that went back does not shut the owner out', async () => {
  for (let tries = 0; tries < 5; tries++) await tryIt('wrong', NOW + 3 * 365 * DAY)
  expect(await tryIt('the owner’s words', NOW)).toMatchObject({ ok: true })
})

it('a viewer who signs in between wrong tries does not make them free', async () => {
  let at = NOW
  const waits: number[] = []
  for (let time = 0; time < 12; time++) {
    const wrong = await tryIt('nobody’s words', at)
    if (!wrong.ok) waits.push(wrong.waitMs)
    if (!wrong.ok && wrong.waitMs > 0) at += wrong.waitMs
    else await tryIt('the viewer’s words', at)
  }
  expect(waits.filter((ms) => ms > 0).length).toBeGreaterThan(2)
  const { failures } = await db.signInDelay.findUniqueOrThrow({ where: { id: 1 } })
  expect(failures).toBeGreaterThan(4)
  await tokenOf('the owner’s words', at + 60_000)
  expect((await db.signInDelay.findUniqueOrThrow({ where: { id: 1 } })).failures).toBe(0)
})
