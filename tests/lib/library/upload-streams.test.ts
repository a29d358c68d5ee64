import { readdir } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { takeUpload } from '@/lib/library/take-upload'
import { join, picture, plainText, wav } from '@/tests/support/files'
import { shoot } from '@/tests/support/footage'
import { bodyOf, everythingStored, openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()
const MB = 1_000_000
let before: Awaited<ReturnType<typeof everythingStored>>

beforeEach(async () => {
  await send(plainText())
  before = await everythingStored(library.dataDir)
})

const nothingIsLeft = async () => expect(await everythingStored(library.dataDir)).toEqual(before)

/** A beginning, then so many bytes of nothing, made as they are taken; `taken` says how many were. */
function flood(head: Uint8Array, bytes: number) {
  const flow = { taken: 0, cancelled: false }
  const zeroes = new Uint8Array(256 * 1024)
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = flow.taken === 0 ? head : zeroes.subarray(0, Math.min(zeroes.length, bytes - flow.taken))
        flow.taken += piece.length
        controller.enqueue(piece)
        if (flow.taken >= bytes) controller.close()
      },
      cancel() {
        flow.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, flow }
}

const wavHead = (bytes: number) => {
  const head = Buffer.from(wav(0.1).subarray(0, 44))
  head.writeUInt32LE(bytes - 8, 4)
  head.writeUInt32LE(bytes - 44, 40)
  return new Uint8Array(head)
}

/** A clip with an empty box of this size behind it: whole, and as large as wanted. */
async function paddedClip(bytes: number): Promise<Uint8Array> {
  const clip = await shoot()
  const box = Buffer.alloc(8)
  box.writeUInt32BE(bytes - clip.length, 0)
  box.write('free', 4, 'latin1')
  return join(clip, box)
}

describe('what is too large', () => {
  const sentence = (kind: string, more: string) => `The ${kind} is larger than ${more}`
  test.each([
    [
      'a picture',
      () => picture('png'),
      100 * MB,
      sentence('picture', '100 MB, the most the studio takes. Scale it down.'),
    ],
    [
      'a sound',
      () => wavHead(150 * MB),
      100 * MB,
      sentence('sound', '100 MB, the most the studio takes. Save it as MP3, or a part of it.'),
    ],
    ['a document', plainText, 100 * MB, sentence('document', '100 MB, the most the studio takes. Save a part of it.')],
    [
      'a clip',
      () => shoot(),
      2000 * MB,
      sentence('clip', '2 GB, the most the studio takes. Cut it, or scale it down.'),
    ],
  ])('%s that says so is not taken in at all', async (_, make, most, told) => {
    const head = await make()
    const { body } = flood(head, head.length)
    const taken = await takeUpload({ body, bytes: most + 1, name: 'large' })
    expect(taken).toEqual({ ok: false, code: 'too-large', sentence: told })
    await nothingIsLeft()
  })

  test('a sound that does not say so is stopped at its limit; the rest is forgotten, so that the answer is read', async () => {
    const { body, flow } = flood(wavHead(150 * MB), 150 * MB)
    const taken = await takeUpload({ body, bytes: null, name: 'large.wav' })
    expect(taken).toMatchObject({ ok: false, code: 'too-large' })
    expect([flow.taken, flow.cancelled]).toEqual([150 * MB, false])
    await nothingIsLeft()
  })
})

test('500 MB are streamed: the memory stays flat', async () => {
  const bytes = 500 * MB
  const { body } = flood(await paddedClip(bytes), bytes)
  const most = watchMemory()
  const taken = await takeUpload({ body, bytes, name: 'large.mp4' })
  const grown = most.stop() / MB
  expect(taken).toMatchObject({ ok: true, medium: { mime: 'video/mp4', bytes } })
  process.stdout.write(`memory_upload_500MB_growth ${grown.toFixed(0)} MB\n`)
  expect(grown).toBeLessThan(150)
})

function watchMemory() {
  const start = process.memoryUsage.rss()
  let most = start
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 20)
  return {
    stop() {
      clearInterval(timer)
      return most - start
    },
  }
}

const BROKEN_OFF = {
  ok: false,
  code: 'broken-off',
  sentence: 'The upload broke off before the file was whole. Send it again.',
}

describe('an upload that breaks off', () => {
  /** So much of a file, then what happens. */
  function broken(bytes: Uint8Array, end: (controller: ReadableStreamDefaultController<Uint8Array>) => void) {
    let given = false
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given) return end(controller)
        given = true
        controller.enqueue(bytes)
      },
    })
  }
  const half = async () => (await shoot({ frames: 48 })).slice(0, 5000)
  const reset = () => Object.assign(new Error('aborted'), { code: 'ECONNRESET' })

  test.each<[string, number]>([
    ['before anything came', 0],
    ['in its head', 100],
    ['in the middle', 4900],
  ])('%s', async (_, bytes) => {
    const body = broken((await half()).subarray(0, bytes), (controller) => controller.error(reset()))
    expect(await takeUpload({ body, bytes: 9000, name: 'a.mp4' })).toEqual(BROKEN_OFF)
    await nothingIsLeft()
  })

  test('without saying so', async () => {
    const body = broken(await half(), (controller) => controller.close())
    expect(await takeUpload({ body, bytes: 9000, name: 'a.mp4' })).toEqual(BROKEN_OFF)
    await nothingIsLeft()
  })

  test('because the page was closed while the sender stood still', async () => {
    const body = broken(await half(), () => undefined)
    const leaving = new AbortController()
    const taken = takeUpload({ body, bytes: 9000, name: 'a.mp4', signal: leaving.signal })
    await untilPart()
    leaving.abort()
    expect(await taken).toEqual(BROKEN_OFF)
    await nothingIsLeft()
  })

  async function untilPart() {
    const clips = joinPath(library.dataDir, 'media', 'clips')
    while (!(await readdir(clips)).some((name) => name.endsWith('.part'))) await sleep(5)
  }
})

test('a sender that gives more than it announced is cut', async () => {
  const bytes = wav(1)
  expect(await takeUpload({ body: bodyOf(bytes), bytes: bytes.length - 10, name: 'a.wav' })).toEqual(BROKEN_OFF)
  await nothingIsLeft()
})
