import { rm } from 'node:fs/promises'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as sharedRoute from '@/app/api/shared/[token]/route'
import { FileGone, fillFiles, fillPricing } from '@/lib/generations/fill-files'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { removeUpload } from '@/lib/library/remove-upload'
import { assetPath } from '@/lib/media/store'
import { picture, wav } from '@/tests/support/files'
import { openTestLibrary, send } from '@/tests/support/library'

openTestLibrary()
beforeAll(() => {
  vi.stubEnv('SQUERO_PUBLIC_URL', 'https://studio.example.com')
})

async function taken(bytes: Uint8Array): Promise<AssetMedium> {
  const result = await send(bytes)
  if (!result.ok) throw new Error(result.sentence)
  return result.medium
}

const refOf = ({ hash, mime, bytes }: AssetMedium) => ({ file: hash, mime, bytes })

async function fetchShared(address: unknown, method = 'GET'): Promise<Response> {
  const url = new URL(String(address))
  expect(url.origin).toBe('https://studio.example.com')
  const token = /^\/api\/shared\/([\w.-]+)$/.exec(url.pathname)?.[1] ?? ''
  return sharedRoute.GET(new Request(url, { method }), { params: Promise.resolve({ token }) })
}

describe('with a public address', () => {
  test('a request has signed addresses of its files, and whoever has one may fetch that file', async () => {
    const [bytes, sound] = [await picture('png'), wav(1)]
    const [image, audio] = [await taken(bytes), await taken(sound)]
    const body = await fillFiles(await mediaFolder(), { image_url: refOf(image), reference_audio_urls: [refOf(audio)] })
    const answer = await fetchShared(body.image_url)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
    const [second] = body.reference_audio_urls as string[]
    expect(new Uint8Array(await (await fetchShared(second)).arrayBuffer())).toEqual(sound)
    expect((await fetchShared(second, 'HEAD')).headers.get('content-length')).toBe(String(sound.length))
  })

  test('an address ends with its day, and with its file', async () => {
    const image = await taken(await picture('png', 12, 12))
    const { image_url: address } = await fillFiles(await mediaFolder(), { image_url: refOf(image) })
    expect((await fetchShared(address)).status).toBe(200)
    vi.useFakeTimers({ now: Date.now() + 24 * 60 * 60_000, toFake: ['Date'] })
    expect((await fetchShared(address)).status).toBe(404)
    vi.useRealTimers()
    await removeUpload(image.hash)
    expect((await fetchShared(address)).status).toBe(404)
  })

  test('a file that is gone is gone', async () => {
    const image = await taken(await picture('png', 14, 14))
    const folder = await mediaFolder()
    await rm(assetPath(folder, image))
    await expect(fillFiles(folder, { image_url: refOf(image) })).rejects.toBeInstanceOf(FileGone)
  })

  test('what is priced has it too', async () => {
    const clip = await taken(wav(0.5))
    const filled = await fillPricing(await mediaFolder(), { ...PRICING, video: refOf(clip) })
    expect((await fetchShared(filled.video)).status).toBe(200)
  })
})

const PRICING = {
  model: 'm',
  duration: 'Auto',
  resolution: null,
  aspectRatio: null,
  audio: null,
  upscaleFactor: 2,
  referenceSeconds: null,
}
