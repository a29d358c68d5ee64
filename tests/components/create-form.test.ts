import { describe, expect, test } from 'vitest'
import { fill } from '@/components/create/fill'
import { modelToContinue } from '@/components/create/fill-from-clip'
import { generateState, type PriceState } from '@/components/create/generate-state'
import { misfits } from '@/components/create/misfits'
import { difference, priceChange } from '@/components/create/price-change'
import { ageWords } from '@/components/create/quote-age'
import { moveTo, startForm } from '@/components/create/start'
import { validate } from '@/components/create/validate'
import { changeWords, choiceWords, noPriceWords } from '@/components/create/words'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { pricingKey, pricingOf } from '@/lib/generations/pricing-key'
import { capRefusal } from '@/lib/money/cap-refusal'
import { aClip, aPicture } from '@/tests/support/media'
import { anInput, anOffer } from '@/tests/support/offers'

const quoteOf = (microUsd: number, input = anInput()) => ({ key: pricingKey(pricingOf(input)), microUsd, at: 1_000 })
const priced = (microUsd: number): PriceState => ({ kind: 'priced', quote: quoteOf(microUsd) })

describe('the form at the start of a visit', () => {
  const offline = anOffer({ id: 'offline', offline: true })
  const needy = anOffer({ id: 'needy', needs: ['Start image'] })
  const leaving = anOffer({ id: 'leaving', deprecation: { date: '2026-09-01', removesAt: '2026-09-24' } })
  const usable = anOffer({ id: 'usable' })

  test('takes the first model that works from text and stays', () => {
    expect(startForm([offline, needy, leaving, usable], null)?.offer.id).toBe('usable')
  })

  test('is as it was left when its model is still listed', () => {
    const left = anInput({ modelId: 'needy', duration: '10s', resolution: '1440p', audio: false })
    expect(startForm([usable, needy], left)?.input).toEqual(left)
  })

  test('keeps what fits when its model is gone', () => {
    const left = anInput({ modelId: 'gone', duration: '10s', resolution: '480p' })
    expect(startForm([usable], left)?.input).toMatchObject({ modelId: 'usable', duration: '10s', resolution: '1080p' })
  })

  test('is nothing without models', () => {
    expect(startForm([], null)).toBeNull()
  })
})

describe('changing the model', () => {
  test('keeps what is written and leaves out what the model does not take', () => {
    const silent = anOffer({ id: 'silent', sound: 'none', resolutions: [], aspectRatios: ['9:16'] })
    const from = anInput({ prompt: 'a bell', negativePrompt: 'people' })
    expect(moveTo(silent, from).input).toEqual({
      modelId: 'silent',
      prompt: 'a bell',
      negativePrompt: 'people',
      duration: '6s',
      resolution: null,
      aspectRatio: '9:16',
      audio: null,
      upscaleFactor: null,
      bitrate: null,
      media: NO_MEDIA,
    })
  })

  test('lays media aside that the model does not take, and a later one gets them back', () => {
    const media = { ...NO_MEDIA, startImage: aPicture(), sourceVideo: aClip(8) }
    const both = anOffer({ id: 'both', needs: ['Start image', 'Source video'] })
    const text = moveTo(anOffer(), anInput({ media }))
    expect(text.input.media).toEqual(NO_MEDIA)
    const image = moveTo(anOffer({ id: 'image', needs: ['Start image'] }), text.input, text.aside)
    expect(image.input.media).toEqual({ ...NO_MEDIA, startImage: aPicture() })
    expect(moveTo(both, image.input, image.aside).input.media).toEqual(media)
  })

  test('says which media the other model does not take', () => {
    const media = { ...NO_MEDIA, startImage: aPicture() }
    expect(misfits(anInput({ media }), anInput())).toEqual(['It takes no start image.'])
  })

  test('says what the other model can’t do', () => {
    const fitted = anInput({ duration: '8s', resolution: null })
    expect(misfits(anInput({ duration: '10s' }), fitted)).toEqual(['It has no 10 s.', 'It has no 1080p.'])
  })
})

describe('taking over an earlier generation', () => {
  const form = moveTo(anOffer(), anInput({ prompt: 'mine', negativePrompt: 'people' }))
  const input = anInput({ modelId: 'other', prompt: 'theirs', negativePrompt: '', duration: '10s' })

  test('its prompt alone touches nothing else', () => {
    expect(fill([anOffer()], form, { input, what: 'prompt', complaints: [] }).form.input).toEqual({
      ...form.input,
      prompt: 'theirs',
    })
  })

  test('its settings bring its model', () => {
    const other = anOffer({ id: 'other' })
    expect(fill([anOffer(), other], form, { input, what: 'settings', complaints: [] }).form).toMatchObject({
      offer: other,
      input,
    })
  })

  test('its settings bring its media', () => {
    const media = { ...NO_MEDIA, startImage: aPicture() }
    const other = anOffer({ id: 'other', needs: ['Start image'] })
    const from = { ...input, media }
    expect(fill([anOffer(), other], form, { input: from, what: 'settings', complaints: [] }).form.input.media).toEqual(
      media,
    )
  })

  test('its settings go to the present model when its own is gone, and the form says so', () => {
    const filled = fill([anOffer()], form, { input, what: 'settings', complaints: [] })
    expect(filled.form.input).toEqual({ ...input, modelId: 'ltx-text' })
    expect(filled.sentence).toContain('not listed')
  })

  test('its inputs alone come as far as the model takes them, and the rest waits', () => {
    const media = { ...NO_MEDIA, startImage: aPicture(), sourceVideo: aClip(8) }
    const image = moveTo(anOffer({ id: 'image', needs: ['Start image'] }), anInput({ prompt: 'mine' }))
    const filling = { input: { ...input, media }, what: 'inputs', complaints: [] } as const
    const filled = fill([anOffer()], image, filling)
    expect(filled.form.input).toEqual({ ...image.input, media: { ...NO_MEDIA, startImage: aPicture() } })
    expect(filled.form.aside).toEqual({ ...NO_MEDIA, sourceVideo: aClip(8) })
    expect(fill([anOffer()], form, filling).sentence).toContain('takes none')
  })

  test('the form knows from which one it was filled, until something else fills it', () => {
    const settings = fill([anOffer()], form, { input, what: 'settings', complaints: [], fromId: 'one' })
    expect(settings.form.fromId).toBe('one')
    const prompt = fill([anOffer()], settings.form, { input, what: 'prompt', complaints: [], fromId: 'two' })
    expect(prompt.form.fromId).toBe('two')
    expect(fill([anOffer()], prompt.form, { what: 'words', words: 'a bell' }).form.fromId).toBeUndefined()
  })
})

describe('going on from a clip', () => {
  const text = anOffer({ id: 'lagoon-1-text-to-video' })
  const image = anOffer({ id: 'lagoon-1-image-to-video', kind: 'image', needs: ['Start image'] })
  const other = anOffer({ id: 'barena-1-image-to-video', kind: 'image', needs: ['Start image'] })
  const both = anOffer({ id: 'lagoon-1-transition', kind: 'transition', needs: ['Start image', 'End image'] })
  const input = anInput({ modelId: text.id, prompt: 'A boat comes in' })
  const frame = aPicture({ name: 'boat frame 120.png' })
  const form = moveTo(anOffer({ id: 'mine' }), anInput({ prompt: 'mine' }))

  test('puts the frame first and keeps the words, for the model nearest to the clip’s own', () => {
    const filled = fill([other, both, image, text], form, { what: 'continue', input, frame, fromId: 'clip' })
    expect(filled.form).toMatchObject({ offer: image, fromId: 'clip' })
    expect(filled.form.input).toMatchObject({ prompt: 'A boat comes in', media: { ...NO_MEDIA, startImage: frame } })
  })

  test('stays with the model that made it where that one begins from an image', () => {
    expect(modelToContinue([image, other], other.id, form.offer)).toBe(other)
  })

  test('takes the form’s own model before a stranger, and none that needs more or is offline', () => {
    const far = anOffer({ id: 'corteo', kind: 'image', needs: ['Start image'] })
    expect(modelToContinue([far, other], 'tessera-3', other)).toBe(other)
    expect(modelToContinue([far, other], 'tessera-3', text)).toBe(far)
    expect(modelToContinue([both, { ...image, offline: true }], text.id, text)).toBeUndefined()
  })

  test('leaves the form alone where no model begins from an image, and says where the frame is', () => {
    const filled = fill([text], form, { what: 'continue', input, frame, fromId: 'clip' })
    expect(filled.form).toEqual(form)
    expect(filled.sentence).toContain('among your uploads')
  })
})

describe('enlarging a clip', () => {
  const upscaler = anOffer({
    id: 'nitido',
    kind: 'upscale',
    needs: ['Source video'],
    upscaleFactors: [2, 4],
    durations: ['Auto'],
  })
  const input = anInput({ prompt: 'A boat comes in', media: { ...NO_MEDIA, startImage: aPicture() } })
  const form = moveTo(anOffer(), anInput({ prompt: 'mine' }))

  test('fills in the clip and nothing else', () => {
    const filled = fill([anOffer(), upscaler], form, { what: 'upscale', input, clip: aClip(6), fromId: 'clip' })
    expect(filled.form).toMatchObject({ offer: upscaler, fromId: 'clip' })
    expect(filled.form.input).toMatchObject({
      prompt: '',
      duration: 'Auto',
      upscaleFactor: 2,
      media: { ...NO_MEDIA, sourceVideo: aClip(6) },
    })
  })

  test('leaves the form alone where no model does it', () => {
    const offline = { ...upscaler, offline: true }
    const filled = fill([anOffer(), offline], form, { what: 'upscale', input, clip: aClip(6), fromId: 'clip' })
    expect(filled).toEqual({ form, sentence: 'Venice lists no model that enlarges clips now.' })
  })
})

describe('a model chosen from elsewhere', () => {
  const form = { offer: anOffer({ id: 'here' }), input: anInput({ modelId: 'here', prompt: 'a bell' }) }

  test('is taken as if it were picked: what is written stays', () => {
    const { form: filled, sentence } = fill([form.offer, anOffer({ id: 'there', name: 'There' })], form, {
      what: 'model',
      modelId: 'there',
    })
    expect([filled.offer.id, filled.input.modelId, filled.input.prompt]).toEqual(['there', 'there', 'a bell'])
    expect(sentence).toBe('The model is There now.')
  })

  test('changes nothing when it is not listed', () => {
    expect(fill([form.offer], form, { what: 'model', modelId: 'gone' })).toEqual({
      form,
      sentence: 'This model is not listed now.',
    })
  })
})

describe('the Generate button', () => {
  const facts = {
    offer: anOffer(),
    price: priced(350_000),
    errors: {},
    waits: null,
    cap: null,
    sendingMicroUsd: null,
    moved: null,
  }

  test('carries the price once it is known', () => {
    expect(generateState(facts)).toEqual({ kind: 'ready', quote: quoteOf(350_000) })
  })

  test('asks again at a price that moved, and only for the same inputs', () => {
    const moved = quoteOf(410_000)
    expect(generateState({ ...facts, price: priced(410_000), moved }).kind).toBe('moved')
    const elsewhere = quoteOf(410_000, anInput({ duration: '10s' }))
    expect(generateState({ ...facts, moved: elsewhere }).kind).toBe('ready')
  })

  test('says why it is disabled, the model before the fields, a price that can’t be had before the fields', () => {
    const errors = { prompt: 'Write a prompt.' }
    const failed: PriceState = { kind: 'failed', sentence: 'No price.' }
    const reason = (change: Partial<Parameters<typeof generateState>[0]>) => generateState({ ...facts, ...change })
    expect(reason({ errors: { startImage: 'Add a start image.' }, price: { kind: 'none' } })).toMatchObject({
      kind: 'blocked',
      reason: 'Add a start image.',
    })
    expect(reason({ errors, waits: 'Wait: harbour.png is at 40 %' })).toMatchObject({
      kind: 'blocked',
      reason: 'Wait: harbour.png is at 40 %',
    })
    expect(reason({ errors, price: failed })).toMatchObject({ kind: 'blocked', reason: 'No price.' })
    expect(reason({ errors })).toMatchObject({ kind: 'blocked', reason: 'Write a prompt.' })
    expect(reason({ price: failed })).toMatchObject({ kind: 'blocked', reason: 'No price.', microUsd: null })
  })

  test('is shut by a cap, which can be changed, before what is still to be typed', () => {
    const cap = capRefusal('day', 1_000_000, 400_000)
    expect(generateState({ ...facts, cap, errors: { prompt: 'Write a prompt.' } })).toEqual({
      kind: 'blocked',
      microUsd: 350_000,
      pricing: false,
      reason: 'Cap for today reached: $0.40 left.',
      capped: true,
    })
  })

  test('never carries a price while another one is asked for', () => {
    expect(generateState({ ...facts, price: { kind: 'pricing', slow: true } })).toEqual({ kind: 'pricing', slow: true })
  })
})

test('an empty prompt and a prompt that is too long are errors of the prompt, by the shared schema', () => {
  const offer = anOffer({ promptLimit: 10 })
  expect(validate(anInput({ prompt: ' ' }), offer)).toEqual({ prompt: 'Write a prompt.' })
  expect(validate(anInput({ prompt: 'x'.repeat(11) }), offer).prompt).toContain('10 characters')
  expect(validate(anInput({ prompt: 'short' }), offer)).toEqual({})
})

describe('what moved the price', () => {
  test.each([
    [{ audio: false }, 'you turned Audio off'],
    [{ duration: '10s' }, 'you set Duration to 10 s'],
    [{ resolution: '1440p' }, 'you set Resolution to 1440p'],
    [{ duration: '10s', audio: false }, 'your last changes'],
    [{ modelId: 'other', duration: '10s' }, 'you chose Kling'],
  ])('%j is said as "%s"', (change, words) => {
    expect(changeWords(anInput(), anInput(change), 'Kling')).toBe(words)
  })

  test('is said with its amount, and by whom', () => {
    const before = {
      input: anInput({ audio: false }),
      modelName: 'LTX',
      quote: quoteOf(260_000, anInput({ audio: false })),
    }
    const after = { input: anInput(), modelName: 'LTX', quote: quoteOf(350_000) }
    expect(priceChange(before, after)).toEqual({ amount: 'Up $0.09', since: 'since you turned Audio on' })
    const later = { ...after, quote: quoteOf(340_000) }
    expect(priceChange(after, later)).toEqual({
      amount: 'Down $0.01',
      since: 'since the last quote: Venice changed it',
    })
    expect(difference(5, 5)).toBe('Same price')
  })
})

test('words for what a price is for, for what moved it and for ages', () => {
  expect(choiceWords(anInput(), anOffer())).toBe('6 s at 1080p with audio')
  expect(choiceWords(anInput({ audio: null, resolution: null }), anOffer({ sound: 'none' }))).toBe('6 s')
  const upscaler = anOffer({ kind: 'upscale', durations: ['Auto'], sound: 'none' })
  const upscale = anInput({ duration: 'Auto', resolution: null, audio: null, upscaleFactor: 2 })
  expect(noPriceWords(upscale, upscaler)).toBe('Add a source video to see the price')
  const sourced = { ...upscale, media: { ...NO_MEDIA, sourceVideo: aClip(12.4) } }
  expect([noPriceWords(sourced, upscaler), choiceWords(sourced, upscaler)]).toEqual([null, '12.4 s at 2×'])
  const referenced = anInput({ media: { ...NO_MEDIA, referenceVideos: [aClip(3), aClip(5.2)] } })
  expect(choiceWords(referenced, anOffer())).toBe('6 s at 1080p with audio, from 8.2 s of reference video')
  expect(changeWords(anInput(), referenced, 'Kling')).toBe('you changed the reference videos')
  expect([0, 12_400, 180_000].map(ageWords)).toEqual(['just now', '12 s ago', '3 min ago'])
})
