import { expect, it } from 'vitest'
import type { PromptTag } from '@/lib/generations/prompt-tags'
import { insertTag, suggestTag } from '@/lib/generations/tag-suggestion'

const tag = (name: string): PromptTag => ({ tag: name, family: 'elements', index: 0 })
const TAGS = ['@Element1', '@Element2', '@Image1'].map(tag)
const suggested = (prompt: string, tags = TAGS) =>
  suggestTag(prompt, prompt.length, tags)?.matches.map((match) => match.tag) ?? null

it.each([
  ['A @', ['@Element1', '@Element2', '@Image1']],
  ['A @el', ['@Element1', '@Element2']],
  ['A @Element2', null],
  ['A @im', ['@Image1']],
  ['A @cat', null],
  ['A cat', null],
  ['mail me at a@b.org', null],
])('after %j it may become %j', (prompt, names) => {
  expect(suggested(prompt)).toEqual(names)
})

it('a name in brackets is found by @ as well', () => {
  expect(suggested('Edit @vid', [tag('<Video 1>')])).toEqual(['<Video 1>'])
  expect(suggested('Edit <Video ', [tag('<Video 1>')])).toEqual(['<Video 1>'])
})

it('takes the place of what was typed, and the caret goes behind it', () => {
  expect(insertTag('A @el runs', 2, 5, '@Element1')).toEqual({ prompt: 'A @Element1 runs', caret: 12 })
  expect(insertTag('A @el', 2, 5, '@Element1')).toEqual({ prompt: 'A @Element1 ', caret: 12 })
})
