import { afterAll, beforeAll, expect, it } from 'vitest'
import { submitGeneration } from '@/app/actions/generations'
import { openTestStudio, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

let studio: Awaited<ReturnType<typeof openTestStudio>>
let stop: () => Promise<void>

beforeAll(async () => {
  studio = await openTestStudio()
  stop = (await studio.start()).stop
}, 60_000)
afterAll(() => stop())

const PROMPTS = [
  'Half an emoji \ud83d alone',
  'A null \0 character',
  '__proto__',
  `'; DROP TABLE "Generation"; --`,
  '<script>\u202e\u0007</script>\r\n\u2028',
]

it('promise 15: whatever characters a prompt has, it is text: taken, sent once, and shown as it was', async () => {
  const intents = []
  for (const prompt of PROMPTS) {
    const intent = await pricedIntent(await smallestInput('vetro-mini-text-to-video', prompt))
    expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
    intents.push(intent)
  }
  const sent = ['processing', 'receiving', 'stored', 'done', 'rejected', 'uncertain'] as const
  const shown = await Promise.all(intents.map(({ id }) => untilState(id, [...sent])))
  expect(shown.map(({ input }) => input.prompt)).toEqual(PROMPTS)
  expect((await studio.control.jobs()).map(({ prompt }) => prompt.toWellFormed()).sort()).toEqual(
    PROMPTS.map((prompt) => prompt.toWellFormed()).sort(),
  )
})
