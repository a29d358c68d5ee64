import { describe, expect, test } from 'vitest'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { footageFor } from '@/lib/sandbox/footage/shape'
import { png } from './media'

const catalogue = new Catalogue()

function shape(id: string, body: Record<string, unknown>) {
  const model = catalogue.find(id)
  if (!model) throw new Error(id)
  const { width, height, seconds, sound } = footageFor(model, { model: id, prompt: 'x', duration: '5s', ...body })
  return [width, height, seconds, sound]
}

describe('the pixels of a clip', () => {
  test.each([
    ['720p', '16:9', 1280, 720],
    ['720p', '9:16', 720, 1280],
    ['720p', '1:1', 720, 720],
    ['480p', '16:9', 854, 480],
    ['1080p', '9:16', 1080, 1920],
  ])('at %s and %s', (resolution, aspect_ratio, width, height) => {
    const [wide, tall] = shape('lagoon-1-text-to-video', { resolution, aspect_ratio })
    expect([wide, tall]).toEqual([width, height])
  })

  test('follow names like 4k', () => {
    const id = 'campanile-2-4k-text-to-video'
    expect(shape(id, { resolution: '4k', duration: '8s' })).toEqual([3840, 2160, 8, true])
    expect(shape(id, { resolution: '1440p', audio: false })).toEqual([2560, 1440, 5, false])
  })

  test('are 720p where the model has no resolutions', () => {
    expect(shape('tessera-3-text-to-video', { aspect_ratio: '21:9', duration: '15s' })).toEqual([1680, 720, 15, false])
  })

  test('follow the start picture where no ratio can be asked for', () => {
    expect(shape('lagoon-1-image-to-video', { resolution: '720p', image_url: png(600, 800) })).toEqual([
      720,
      960,
      5,
      true,
    ])
    expect(shape('lagoon-1-image-to-video', { resolution: '720p', image_url: 'https://example.com/a.png' })).toEqual([
      1280,
      720,
      5,
      true,
    ])
  })

  test('grow with the upscale factor', () => {
    expect(shape('nitido-video-upscale', { duration: 'Auto', upscale_factor: 4 })).toEqual([3840, 2160, 5, false])
    expect(shape('nitido-video-upscale', { duration: 'Auto' })).toEqual([1920, 1080, 5, false])
  })
})
