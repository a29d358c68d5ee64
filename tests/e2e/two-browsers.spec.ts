import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

test('two browsers, ten jobs at once: all arrive, each with its own quote and one purchase', async ({
  browser,
  start,
}) => {
  test.slow()
  const app = await start({ speed: 10 })
  const people = await Promise.all([browser.newContext(), browser.newContext()])
  await Promise.all(
    people.map(async (person, at) => {
      const page = await person.newPage()
      await page.goto(app.url)
      await chooseModel(page, at === 0 ? 'vetro-mini-text-to-video' : 'lagoon-1-fast-text-to-video')
      const { prompt, generate, article } = screen(page)
      for (let take = 1; take <= 5; take++) {
        const words = `Person ${at + 1}, take ${take}`
        await prompt.fill(words)
        await expect(generate).toBeEnabled()
        await expect(generate).toHaveText(/\$/)
        await generate.click()
        await expect(article(words)).toBeVisible()
      }
      for (let take = 1; take <= 5; take++) {
        await expect(statusOf(article(`Person ${at + 1}, take ${take}`))).toHaveText('Ready', { timeout: 120_000 })
      }
    }),
  )
  const rows = readDatabase<{ queueId: string; quote: number }>(
    app,
    'SELECT queueId, quoteMicroUsd AS quote FROM Generation ORDER BY queueId',
  )
  const charges = (await sandboxOf(app).ledger()).map((charge) => ({ queueId: charge.queueId, quote: charge.microUsd }))
  expect(rows).toHaveLength(10)
  expect(charges.sort((a, b) => (a.queueId < b.queueId ? -1 : 1))).toEqual(rows)
  const sends = (await sandboxOf(app).requests()).filter((request) => request.route === 'queue')
  expect(sends).toHaveLength(10)
})
