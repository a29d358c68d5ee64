import { expect, test } from 'vitest'
import { fieldOfIssue, toQueueBody, toQuoteBody } from '@/lib/venice/request'

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

const file = (name: string) => ({ file: name.repeat(64), mime: 'image/png', bytes: 1 })

test('media stand where the API looks for them', () => {
  const [a, b, c] = [file('a'), file('b'), file('c')]
  const url = 'https://example.com/clip.mp4'
  const body = toQueueBody({
    model: 'm',
    prompt: 'p',
    duration: '5s',
    taskType: 'edit',
    image: a,
    endImage: b,
    audioTrack: c,
    video: url,
    referenceImages: [a, b],
    referenceVideos: [url],
    referenceSeconds: 5,
    referenceAudio: [c],
    referenceDocument: a,
    elements: [
      { frontal: a, views: [b, c], video: url },
      { frontal: b, views: [], video: null },
    ],
    sceneImages: [c],
    keyframes: [
      { image: a, frame: 0 },
      { image: b, frame: 96 },
    ],
  })
  expect(body).toEqual({
    model: 'm',
    prompt: 'p',
    duration: '5s',
    omni_reference_task_type: 'edit',
    image_url: a,
    end_image_url: b,
    audio_url: c,
    video_url: url,
    reference_image_urls: [a, b],
    reference_video_urls: [url],
    reference_audio_urls: [c],
    reference_document_urls: [a],
    elements: [{ frontal_image_url: a, reference_image_urls: [b, c], video_url: url }, { frontal_image_url: b }],
    scene_image_urls: [c],
    keyframes: [
      { image_url: a, frame_index: 0 },
      { image_url: b, frame_index: 96 },
    ],
  })
})

test('media that are not given are left out', () => {
  const request = {
    model: 'm',
    prompt: 'p',
    duration: '5s',
    image: null,
    referenceImages: [],
    elements: [],
    keyframes: [],
  }
  expect(toQueueBody(request)).toEqual({ model: 'm', prompt: 'p', duration: '5s' })
})

test('a quote tells what is enlarged, and how long the reference videos are together', () => {
  const request = { model: 'm', duration: 'Auto', video: file('a'), upscaleFactor: 2, referenceSeconds: 7.5 }
  expect(toQuoteBody(request)).toEqual({
    model: 'm',
    duration: 'Auto',
    upscale_factor: 2,
    video_url: file('a'),
    reference_video_total_duration: 7.5,
  })
})

test('a quote tells no more reference video than one takes', () => {
  const request = { model: 'm', duration: '-1', referenceSeconds: 150.072 }
  expect(toQuoteBody(request)).toEqual({ model: 'm', duration: '-1', reference_video_total_duration: 150 })
})

test.each([
  ['image_url', 'image'],
  ['reference_image_urls', 'referenceImages'],
  ['reference_video_total_duration', 'referenceVideos'],
  ['omni_reference_task_type', 'taskType'],
  ['seed', null],
])('a complaint about %s is about %s', (name, field) => {
  expect(fieldOfIssue({ message: 'no', path: [name] })).toBe(field)
})
