import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { GET, POST } from '@/app/api/library/download/route'
import { GET as getUnderWay } from '@/app/api/library/under-way/route'
import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { removeFile } from '@/lib/media/store'
import { type Bought, buyClip, writeRow } from '@/tests/support/archive'
import { openTestLibrary } from '@/tests/support/library'
import { testedByTools, unzipAll } from '@/tests/support/unzip'

openTestLibrary()
const folder = mkdtempSync(join(tmpdir(), 'squero-download-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ADDRESS = 'http://127.0.0.1:3210/api/library/download'
let clips: Bought[]

beforeAll(async () => {
  clips = [await buyClip({ prompt: 'Dusk' }), await buyClip({ prompt: 'Dusk' }), await buyClip({ prompt: '夜の橋' })]
})

const get = (query: string) => GET(new Request(`${ADDRESS}?${query}`))

async function filesIn(response: Response) {
  const path = join(folder, 'x.zip')
  writeFileSync(path, Buffer.from(await response.arrayBuffer()))
  return { path, files: await unzipAll(path) }
}

describe('many clips in one archive', () => {
  test('have names of their own, their metadata, and a list beside them', async () => {
    const response = await get(`ids=${clips.map(({ id }) => id).join(',')}`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="squero-3-clips.zip"')
    const { path, files } = await filesIn(response)
    expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
    const names = [...files.keys()]
    expect(names).toHaveLength(4)
    expect(names.at(-1)).toBe('squero.json')
    const list = JSON.parse(String(files.get('squero.json')))
    expect(list).toMatchObject({ format: 'squero-clips', version: 1 })
    for (const { id, hash, bytes } of clips) {
      const entry = list.clips.find((one: { generation: string }) => one.generation === id)
      expect(entry).toMatchObject({ sha256: hash, quote: { microUsd: 350_000 } })
      const file = files.get(entry.file)
      expect(file?.subarray(0, bytes.length).equals(bytes)).toBe(true)
      expect(String(file?.subarray(bytes.length))).toContain(id)
    }
  })

  test('are exactly as they came where that is asked for', async () => {
    const { files } = await filesIn(await get(`ids=${clips[2]?.id}&clean=1`))
    expect([...files.values()][0]).toEqual(clips[2]?.bytes)
  })

  test('are as long as they were said to be, and how far they are can be asked for', async () => {
    const way = async () => (await (await getUnderWay(new Request('http://127.0.0.1:3210/?name=mine-1'))).json()).way
    expect(await way()).toBeNull()
    const response = await get(`ids=${clips[0]?.id}&name=mine-1`)
    const bytes = Number(response.headers.get('x-content-length'))
    expect(await way()).toBeNull()
    expect((await response.arrayBuffer()).byteLength).toBe(bytes)
    expect(await way()).toEqual({ sentBytes: bytes, totalBytes: bytes, state: 'done' })
  })

  test('that nobody waits for are not read on', async () => {
    const response = await get(`ids=${clips[0]?.id},${clips[1]?.id}&name=mine-2`)
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    const { way } = await (await getUnderWay(new Request('http://127.0.0.1:3210/?name=mine-2'))).json()
    expect(way.state).toBe('broken-off')
  })

  test('come by a form too, as many as can be selected', async () => {
    const ids = [...clips.map(({ id }) => id), ...Array.from({ length: 997 }, () => crypto.randomUUID())]
    const body = new URLSearchParams(ids.map((id) => ['ids', id]))
    const { files } = await filesIn(await POST(new Request(ADDRESS, { method: 'POST', body })))
    expect(files.size).toBe(4)
    const more = await POST(
      new Request(ADDRESS, { method: 'POST', body: new URLSearchParams([...body, ['ids', 'x']]) }),
    )
    expect([more.status, await more.text()]).toEqual([400, '1,000 clips fit into one archive. Choose fewer.'])
  })

  test.each([
    ['nothing', 'application/x-www-form-urlencoded', ''],
    ['broken escapes', 'application/x-www-form-urlencoded', 'ids=%E0%A4%A&name=%'],
    ['strange ids', 'application/x-www-form-urlencoded', "ids=../../x,%00,'%3B--,\ud800&account=%00&clean=maybe"],
    ['another type', 'application/json', '{"ids":["x"]}'],
    ['no type that could be', 'multipart/form-data; boundary=', '--'],
  ])('are not found for a form with %s', async (_, type, body) => {
    const answer = await POST(new Request(ADDRESS, { method: 'POST', headers: { 'content-type': type }, body }))
    expect([answer.status, await answer.text()]).toEqual([404, 'None of these clips is in the library.'])
  })

  test('are without one that was deleted while they were sent', async () => {
    const going = await buyClip({ prompt: 'Going' })
    const response = await get(`ids=${clips[0]?.id},${going.id}`)
    await removeFile(await mediaFolder(), { hash: going.hash, mime: 'video/mp4' })
    const { path, files } = await filesIn(response)
    expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
    expect(JSON.parse(String(files.get('squero.json'))).clips).toHaveLength(1)
    expect(files.size).toBe(2)
  })
})

describe('ids', () => {
  test.each(['', 'ids=', 'ids=..%2F..%2Fsquero.db', `ids=${'0'.repeat(64)}`, "ids=' OR 1=1 --"])(
    'that are none give nothing: %s',
    async (query) => {
      const response = await get(query)
      expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
    },
  )

  test('of another account are not looked at unless that is asked for', async () => {
    const db = await studioDb()
    const other = { id: 'other', baseUrl: 'https://x', keyFingerprint: 'o', sandbox: false, createdAt: new Date(0) }
    await db.account.create({ data: other })
    const id = await writeRow('other', { hash: clips[0]?.hash ?? null })
    expect((await get(`ids=${id}`)).status).toBe(404)
    const { files } = await filesIn(await get(`ids=${id}&account=other`))
    expect(files.size).toBe(2)
    expect((await get(`ids=${clips[0]?.id}&account=other`)).status).toBe(404)
  })
})
