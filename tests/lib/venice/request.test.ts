import { expect, test } from 'vitest'
import { toQueueBody, toQuoteBody } from '@/lib/venice/request'

test('everything a model takes, in the spelling of the API', () => {
  const body = toQueueBody({
    model: 'm',
    prompt: 'A gondola',
    negativePrompt: 'blur',
    duration: '5s',
    resolution: '720p',
    aspectRatio: '16:9',
    audio: false,
  })
  expect(body).toEqual({
    model: 'm',
    prompt: 'A gondola',
    negative_prompt: 'blur',
    duration: '5s',
    resolution: '720p',
    aspect_ratio: '16:9',
    audio: false,
  })
})

test.each([null, undefined, '', '  '])('what is %j is left out', (nothing) => {
  const body = toQueueBody({
    model: 'm',
    prompt: 'p',
    negativePrompt: nothing,
    duration: '5s',
    resolution: nothing,
    aspectRatio: nothing,
  })
  expect(body).toEqual({ model: 'm', prompt: 'p', duration: '5s' })
})

test('an upscaler gets its factor and never a resolution', () => {
  const request = { model: 'topaz-video-upscale', prompt: '', duration: 'Auto', resolution: '2x', upscaleFactor: 2 }
  expect(toQueueBody(request)).toEqual({ model: 'topaz-video-upscale', duration: 'Auto', upscale_factor: 2 })
})

test('a quote carries no words', () => {
  const request = { model: 'm', prompt: 'p', negativePrompt: 'n', duration: '5s', audio: null, upscaleFactor: null }
  expect(toQuoteBody(request)).toEqual({ model: 'm', duration: '5s' })
})
