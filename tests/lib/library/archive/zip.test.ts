import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { fromFdPromise } from 'yauzl'
import { uniqueNames } from '@/lib/library/archive/names'
import { writeZip, type ZipFile, zipLength } from '@/lib/library/archive/zip/write'
import { testedByTools, unzipAll } from '@/tests/support/unzip'

const folder = mkdtempSync(join(tmpdir(), 'squero-zip-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MODIFIED = new Date(2026, 10, 29, 12, 30, 4)
let written = 0

async function* pieces(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

const file = (name: string, content: string, known = true): ZipFile => ({
  name,
  modified: MODIFIED,
  bytes: known ? Buffer.byteLength(content) : null,
  content: pieces(Buffer.from(content)),
})

async function* listed(files: Iterable<ZipFile>): AsyncGenerator<ZipFile> {
  yield* files
}

async function saved(files: Iterable<ZipFile>): Promise<string> {
  written += 1
  const path = join(folder, `${written}.zip`)
  await pipeline(Readable.from(writeZip(listed(files))), createWriteStream(path))
  return path
}

describe('an archive', () => {
  test('is opened by the zip tools there are, with its names in any script', async () => {
    const path = await saved([
      file('2026-11-29 mooring-poles.mp4', 'one'),
      file('夜の橋/مرحبا 🚣🏽‍♀️.mp4', 'two'),
      file('data/lines.jsonl', 'three', false),
      file('empty', ''),
    ])
    expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
    expect([...(await unzipAll(path))].map(([name, content]) => [name, content.toString()])).toEqual([
      ['2026-11-29 mooring-poles.mp4', 'one'],
      ['夜の橋/مرحبا 🚣🏽‍♀️.mp4', 'two'],
      ['data/lines.jsonl', 'three'],
      ['empty', ''],
    ])
  })

  test('of nothing is one too', async () => {
    const path = await saved([])
    expect(statSync(path).size).toBe(22)
    expect(await unzipAll(path)).toEqual(new Map())
  })

  test('is as long as it was said to be, whatever is in it', async () => {
    const names = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(names, fc.nat(5000), async (list, bytes) => {
        const files = list.map((name) => ({ name, bytes }))
        const entries = files.map(({ name }) => ({ ...file(name, 'x'.repeat(bytes)), name }))
        let length = 0
        for await (const piece of writeZip(listed(entries))) length += piece.length
        expect(length).toBe(zipLength(files))
      }),
      { numRuns: 50 },
    )
  })

  test('of more files than two bytes can count is whole', async () => {
    const many = Array.from({ length: 65_600 }, (_, at) => file(`f${at}`, ''))
    const path = await saved(many)
    expect(testedByTools(path).filter(({ complaint }) => complaint !== null)).toEqual([])
    const handle = await open(path, 'r')
    const zip = await fromFdPromise(handle.fd, { autoClose: false })
    expect(zip.entryCount).toBe(65_600)
    await handle.close()
    expect(statSync(path).size).toBe(zipLength(many.map(({ name }) => ({ name, bytes: 0 }))))
  })

  test('of more bytes than four bytes can count is whole, behind them too', async () => {
    const zeroes = new Uint8Array(16 * 1024 ** 2)
    const bytes = 257 * zeroes.length
    const large: ZipFile = {
      ...file('large', ''),
      bytes,
      content: pieces(...Array.from({ length: 257 }, () => zeroes)),
    }
    const path = join(folder, 'large.zip')
    const handle = await open(path, 'wx+')
    let at = 0
    // Zeroes are left out on the disk: the file is sparse.
    for await (const piece of writeZip(listed([large, file('behind', 'it')]))) {
      if (piece !== zeroes) await handle.write(piece, 0, piece.length, at)
      at += piece.length
    }
    expect(at).toBe(
      zipLength([large, file('behind', 'it')].map(({ name, bytes: size }) => ({ name, bytes: size ?? 0 }))),
    )
    const zip = await fromFdPromise(handle.fd, { autoClose: false })
    const found = []
    for await (const entry of zip.eachEntry()) found.push(entry)
    expect(found.map(({ fileName, uncompressedSize }) => [fileName, uncompressedSize])).toEqual([
      ['large', bytes],
      ['behind', 2],
    ])
    const [, behind] = found
    if (!behind) throw new Error('There is no second entry.')
    expect(String(await (await zip.openReadStreamPromise(behind)).toArray())).toBe('it')
    await handle.close()
  })

  test('never looks whole when a file is not as long as it was said to be', async () => {
    const short = { ...file('short', 'four'), bytes: 5 }
    await expect(saved([short])).rejects.toThrow('not as long')
    await expect(unzipAll(join(folder, `${written}.zip`))).rejects.toThrow()
  })

  test('closes the file it is at when its reader leaves', async () => {
    let closed = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield new Uint8Array(1000)
      } finally {
        closed = true
      }
    }
    for await (const piece of writeZip(listed([{ ...file('endless', ''), bytes: null, content: endless() }]))) {
      if (piece.length === 1000) break
    }
    expect(closed).toBe(true)
  })

  test('says when its files were made, by this machine’s clock', async () => {
    const content = await readFile(await saved([file('dated', 'x')]))
    const [time, day] = [content.readUInt16LE(10), content.readUInt16LE(12)]
    expect([1980 + (day >> 9), (day >> 5) & 15, day & 31]).toEqual([2026, 11, 29])
    expect([time >> 11, (time >> 5) & 63, (time & 31) * 2]).toEqual([12, 30, 4])
  })
})

describe('names in an archive', () => {
  test('are never the same, on any file system', () => {
    const nameFor = uniqueNames()
    expect(['a.mp4', 'A.mp4', 'a.mp4', 'a (2).mp4', 'é.mp4', 'e\u0301.mp4', 'none', '.mp4'].map(nameFor)).toEqual([
      'a.mp4',
      'A (2).mp4',
      'a (3).mp4',
      'a (2) (2).mp4',
      'é.mp4',
      'e\u0301 (2).mp4',
      'none',
      '.mp4',
    ])
  })
})
