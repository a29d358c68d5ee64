import { describe, expect, test } from 'vitest'
import type { AssetMedium } from '@/lib/generations/media-input'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { mediaIssues } from '@/lib/generations/media-rules'
import { videoRequest } from '@/lib/generations/wire'
import { bodyBytes, dataUrl, filesOf, withFiles } from '@/lib/venice/files'
import { type JsonObject, toQueueBody } from '@/lib/venice/request'
import { anInput, anOffer } from '@/tests/support/offers'

const file = (bytes: number, mime = 'image/png') => ({ file: 'a'.repeat(64), mime, bytes })

const BODY: JsonObject = {
  model: 'm',
  prompt: 'Nebel über der Lagune 🚣 "leise"\n',
  image_url: file(1),
  reference_image_urls: [file(2), 'https://example.com/ü.png', file(3)],
  elements: [{ frontal_image_url: file(4, 'image/jpeg'), reference_image_urls: [file(5)] }],
  keyframes: [{ image_url: file(1000), frame_index: 0 }],
  audio: false,
}

const sent = (body: JsonObject) => withFiles(body, async ({ mime, bytes }) => dataUrl(mime, Buffer.alloc(bytes, 7)))

describe('a request with files', () => {
  test('is weighed to the byte before a file is opened', async () => {
    expect(bodyBytes(BODY)).toBe(Buffer.byteLength(JSON.stringify(await sent(BODY))))
    expect(bodyBytes({ prompt: 'ü' })).toBe(Buffer.byteLength('{"prompt":"ü"}'))
  })

  test('is sent with each file in its place, the rest as it was', async () => {
    const body = await sent(BODY)
    expect(filesOf(BODY).map(({ bytes }) => bytes)).toEqual([1, 2, 3, 4, 5, 1000])
    expect(filesOf(body)).toEqual([])
    expect(body).toMatchObject({
      prompt: BODY.prompt,
      image_url: 'data:image/png;base64,Bw==',
      reference_image_urls: ['data:image/png;base64,Bwc=', 'https://example.com/ü.png', 'data:image/png;base64,BwcH'],
      elements: [{ frontal_image_url: 'data:image/jpeg;base64,BwcHBw==' }],
      audio: false,
    })
  })

  test('opens one file after the other', async () => {
    let open = 0
    await withFiles(BODY, async () => {
      expect(open).toBe(0)
      open += 1
      await new Promise((resolve) => setImmediate(resolve))
      open -= 1
      return ''
    })
  })
})

/** An edit of a clip whose request is exactly this large. */
function editOf(requestBytes: number) {
  const offer = anOffer({ kind: 'video', needs: ['Source video'] })
  const weigh = (bytes: number, prompt: string) => {
    const medium: AssetMedium = {
      kind: 'asset',
      hash: 'b'.repeat(64),
      mime: 'video/mp4',
      bytes,
      width: 64,
      height: 36,
      seconds: 5,
      name: 'regatta.mp4',
    }
    return anInput({ prompt, media: { ...NO_MEDIA, sourceVideo: medium } })
  }
  const empty = bodyBytes(toQueueBody(videoRequest(weigh(0, 'x'))))
  const bytes = Math.floor((requestBytes - empty) / 4) * 3
  const missing = requestBytes - bodyBytes(toQueueBody(videoRequest(weigh(bytes, 'x'))))
  return { offer, input: weigh(bytes, `x${'x'.repeat(missing)}`) }
}

describe('the size of a request', () => {
  test.each([34_000_000, 35_000_000])('%i bytes are sent', (bytes) => {
    const { offer, input } = editOf(bytes)
    expect(bodyBytes(toQueueBody(videoRequest(input)))).toBe(bytes)
    expect(mediaIssues(offer, input)).toEqual([])
  })

  test.each([
    [35_000_001, '35.1 MB', '26.3 MB'],
    [36_000_000, '36.0 MB', '27.0 MB'],
  ])('%i bytes are stopped, and the file to shrink is named', (bytes, whole, heaviest) => {
    const { offer, input } = editOf(bytes)
    expect(mediaIssues(offer, input)).toEqual([
      {
        path: ['sourceVideo'],
        message: `The request is ${whole}; Venice takes 35 MB. Shrink regatta.mp4 (${heaviest}).`,
      },
    ])
  })
})
