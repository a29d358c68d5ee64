import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GET as getMedium } from '@/app/api/media/[hash]/route'
import { POST as postUpload } from '@/app/api/uploads/route'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { environment } from '@/lib/env'
import { deleteGeneration } from '@/lib/generations/delete'
import { mediaFolder } from '@/lib/generations/media-folder'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { memoryReader } from '@/lib/media/reader'
import { clipPath } from '@/lib/media/store'
import { verify } from '@/lib/media/verify'
import { type Bought, buyClip, newFootage } from '@/tests/support/archive'
import { picture } from '@/tests/support/files'
import { shoot } from '@/tests/support/footage'
import { openTestLibrary, send } from '@/tests/support/library'

openTestLibrary()

const ODD_PROMPT = 'Fog & <lights> ]]> "quoted" \u0007 مرحبا 🚣🏽‍♀️ \ud800 end'

function download({ id, hash }: Bought, more = '', headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3210/api/media/${hash}?download=${id}${more}`, { headers })
  return getMedium(request, { params: Promise.resolve({ hash }) })
}

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

async function drop(bytes: Uint8Array, restore = true) {
  const { port } = environment()
  const host = `127.0.0.1:${port}`
  const request = new Request(`http://${host}/api/uploads?name=dropped.mp4${restore ? '&restore=1' : ''}`, {
    method: 'POST',
    headers: { host, origin: `http://${host}` },
    body: Buffer.from(bytes),
  })
  const response = await postUpload(request)
  return { status: response.status, body: await response.json() }
}

const isThere = async (hash: string) => existsSync(clipPath(await mediaFolder(), hash))

describe('a clip that is downloaded', () => {
  test('carries how it was made; without that it is the clip as it came', async () => {
    const clip = await buyClip({ prompt: ODD_PROMPT })
    const response = await download(clip)
    const bytes = await bytesOf(response)
    expect(bytes.subarray(0, clip.bytes.length).equals(clip.bytes)).toBe(true)
    expect(response.headers.get('content-length')).toBe(String(bytes.length))
    expect(response.headers.get('content-disposition')).toContain('attachment')
    const packet = bytes.toString('utf8', clip.bytes.length)
    expect(packet).toContain('<dc:description>')
    expect(packet).toContain('trainedAlgorithmicMedia')
    expect(await bytesOf(await download(clip, '&clean=1'))).toEqual(clip.bytes)
    // The stored asset stays as it came.
    expect(readFileSync(clipPath(await mediaFolder(), clip.hash)).equals(clip.bytes)).toBe(true)
  })

  test.each([
    ['with its tables first', {}],
    ['with its tables last', { moovLast: true }],
    ['in fragments', { fragmented: true }],
    ['with sound', { sound: true }],
  ])('is still a whole clip, %s', async (_, shot) => {
    const clip = await buyClip({ bytes: await shoot({ frames: 15, ...shot }) })
    const verdict = await verify(memoryReader(await bytesOf(await download(clip))))
    expect(verdict).toMatchObject({ ok: true, clip: { width: 64, height: 36, durationMs: 1250 } })
  })

  test('comes in ranges too, over the seam between clip and metadata', async () => {
    const clip = await buyClip()
    const whole = await bytesOf(await download(clip))
    const seam = clip.bytes.length
    for (const [from, to] of [
      [0, 9],
      [seam - 5, seam + 5],
      [seam, seam + 3],
      [seam + 1, whole.length - 1],
    ] as const) {
      const part = await download(clip, '', { range: `bytes=${from}-${to}` })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${whole.length}`])
      expect(await bytesOf(part)).toEqual(whole.subarray(from, to + 1))
    }
  })

  test('says another tag when its charge became another', async () => {
    const clip = await buyClip()
    const tagOf = async () => (await download(clip)).headers.get('etag')
    const before = await tagOf()
    expect(await tagOf()).toBe(before)
    const [db, account] = await Promise.all([studioDb(), studioAccount()])
    const line = { kind: 'correction' as const, microUsd: 5n, at: new Date(0), evidence: { basis: 'history' } }
    await db.ledgerEntry.create({ data: { ...line, accountId: account.id, generationId: clip.id } })
    expect(await tagOf()).not.toBe(before)
    expect((await download(clip)).headers.get('cache-control')).toBe('private, no-cache')
  })

  test('tells no names, addresses, links or keys', async () => {
    const taken = await send(await picture('png', 40, 30), 'my secret name.png')
    if (!taken.ok) throw new Error(taken.sentence)
    const url = { kind: 'url', url: 'https://private.example/x?token=abc', seconds: null } as const
    const media = { ...NO_MEDIA, startImage: taken.medium, endImage: url }
    const clip = await buyClip({ input: { media }, uses: [taken.medium.hash] })
    const text = (await bytesOf(await download(clip))).toString('latin1')
    const account = await (await studioDb()).account.findFirstOrThrow()
    expect(text).toContain(taken.medium.hash)
    for (const secret of ['secret name', 'private.example', 'cdn.example', account.id, account.keyFingerprint]) {
      expect(text).not.toContain(secret)
    }
  })
})

describe('such a file, dropped on the studio', () => {
  test('is the clip that is here, and gives back its settings', async () => {
    const clip = await buyClip({ prompt: 'A quiet canal', input: { duration: '8s', negativePrompt: 'people' } })
    const assets = await (await studioDb()).asset.count()
    const { body } = await drop(await bytesOf(await download(clip)))
    expect(body).toMatchObject({
      ok: true,
      medium: { hash: clip.hash, bytes: clip.bytes.length },
      found: {
        generation: clip.id,
        original: true,
        missing: 0,
        input: { prompt: 'A quiet canal', duration: '8s', negativePrompt: 'people' },
        quote: { microUsd: 350_000 },
        charge: { microUsd: 350_000, asQuoted: true },
        sandbox: true,
        clip: { id: clip.id, came: 'here-before' },
      },
    })
    expect(await (await studioDb()).asset.count()).toBe(assets)
  })

  test('keeps a prompt as it was, to the letter', async () => {
    const clip = await buyClip({ prompt: ODD_PROMPT })
    const { body } = await drop(await bytesOf(await download(clip)))
    expect(body.found.input.prompt).toBe(ODD_PROMPT)
  })

  test('comes back with its ledger where it was deleted', async () => {
    const clip = await buyClip()
    const file = await bytesOf(await download(clip))
    expect(await deleteGeneration(clip.id)).toEqual({ ok: true })
    expect(await isThere(clip.hash)).toBe(false)
    const { body } = await drop(file)
    expect(body.found.clip).toEqual({ id: clip.id, came: 'restored' })
    const db = await studioDb()
    const row = await db.generation.findUniqueOrThrow({
      where: { id: clip.id },
      include: { ledger: true, entry: true },
    })
    expect([row.deletedAt, row.ledger.length, row.entry?.shelf]).toEqual([null, 2, 0])
    expect(readFileSync(clipPath(await mediaFolder(), clip.hash)).equals(clip.bytes)).toBe(true)
  })

  test('comes in where nobody knew it, and costs nothing here', async () => {
    const clip = await buyClip({ prompt: 'From elsewhere' })
    const file = await bytesOf(await download(clip))
    const db = await studioDb()
    await deleteGeneration(clip.id)
    await forget(clip)
    const { body } = await drop(file)
    expect(body.found.clip).toEqual({ id: clip.id, came: 'added' })
    const row = await db.generation.findUniqueOrThrow({ where: { id: clip.id }, include: { ledger: true } })
    expect(row).toMatchObject({ state: 'done', prompt: 'From elsewhere', assetHash: clip.hash, ledger: [] })
    // The same once more is the same clip.
    expect((await drop(file)).body.found.clip).toEqual({ id: clip.id, came: 'here-before' })
  })

  test('is an upload with settings where nobody asked for more', async () => {
    const clip = await buyClip()
    const { body } = await drop(await bytesOf(await download(clip)), false)
    expect(body).toMatchObject({
      medium: { hash: clip.hash, name: 'dropped.mp4' },
      found: { original: true, clip: null },
    })
  })

  test('is kept as it is when somebody changed it, and still tells its settings', async () => {
    const clip = await buyClip({ prompt: 'Cut by somebody' })
    const file = await bytesOf(await download(clip))
    // Another box behind it, as an editor may write one: the bytes before the record are no longer told by it.
    const box = Buffer.from([0, 0, 0, 8, ...Buffer.from('free')])
    const changed = Buffer.concat([file, box])
    const { body } = await drop(changed)
    expect(body).toMatchObject({
      medium: { hash: createHash('sha256').update(changed).digest('hex') },
      found: { original: false, clip: null, input: { prompt: 'Cut by somebody' } },
    })
    // A picture that is not the one the record was made for.
    const other = await newFootage()
    const forged = Buffer.concat([other, file.subarray(clip.bytes.length)])
    const second = await drop(forged)
    expect(second.body).toMatchObject({
      medium: { hash: createHash('sha256').update(forged).digest('hex') },
      found: { original: false, clip: null },
    })
  })

  test('of a file without metadata nothing is found', async () => {
    const { body } = await drop(await newFootage())
    expect([body.ok, body.found]).toEqual([true, null])
  })
})

/** As in a studio that never had it. */
async function forget({ id, hash }: Bought): Promise<void> {
  const db = await studioDb()
  await db.spendTally.deleteMany()
  await db.ledgerEntry.deleteMany({ where: { generationId: id } })
  await db.attempt.deleteMany({ where: { generationId: id } })
  await db.generation.delete({ where: { id } })
  await db.asset.delete({ where: { hash } })
}
