import { afterAll, beforeAll, expect, it } from 'vitest'
import { studioAccount } from '@/lib/account'
import { intentSchema, submitGeneration } from '@/lib/generations/submit'
import { submitTranscript } from '@/lib/generations/submit-transcript'
import { openTestStudio, pricedIntent, smallestInput } from '@/tests/support/studio'
import { transcriptIntent, videoAt } from '@/tests/support/transcripts'

const REFUSED = { kind: 'refused', sentence: expect.stringMatching(/^The key was changed .* Nothing was spent\./) }

let studio: Awaited<ReturnType<typeof openTestStudio>>

beforeAll(async () => {
  studio = await openTestStudio()
})
afterAll(() => studio.db.$disconnect())

it('a page that showed another account buys nothing with this one', async () => {
  const priced = await pricedIntent(await smallestInput('vetro-mini-text-to-video', 'Whose money'))
  const intent = intentSchema.parse({ ...priced, accountId: 'the key before' })
  expect(await submitGeneration(intent)).toEqual(REFUSED)
  const transcript = { ...transcriptIntent(videoAt('whose')), accountId: 'the key before' }
  expect(await submitTranscript(transcript)).toEqual(REFUSED)
  expect([await studio.db.generation.count(), await studio.db.ledgerEntry.count()]).toEqual([0, 0])

  const { id: accountId } = await studioAccount()
  expect(await submitGeneration({ ...intent, accountId })).toMatchObject({ kind: 'accepted' })
  // What was recorded was answered before: whose it is does not matter any more.
  expect(await submitGeneration(intent)).toMatchObject({ kind: 'accepted' })
  expect(await submitTranscript({ ...transcript, accountId })).toMatchObject({ kind: 'accepted' })
})
