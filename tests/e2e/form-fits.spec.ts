import type { Page } from '@playwright/test'
import type { ModelOffer } from '@/lib/models/offer'
import { sandboxOf } from '@/tests/support/app'
import { chooseModel, expect, screen, test } from '@/tests/support/story'

// Answers 403 everywhere, which no catalogue can tell.
const REGION_LOCKED = 'levante-region-text-to-video'

test('the form of each text-only model offers exactly what it takes, and every press is a body Venice takes', async ({
  page,
  start,
}) => {
  test.slow()
  const app = await start({ speed: 100 })
  await page.goto(app.url)
  const models = await textOnly(page)
  expect(models.length).toBeGreaterThanOrEqual(7)
  for (const model of models) {
    await chooseModel(page, model.id)
    await expect(page.getByRole('radiogroup', { name: 'Duration' })).toHaveCount(model.durations.length > 1 ? 1 : 0)
    expect(await offered(page, 'Resolution')).toHaveLength(model.resolutions.length > 1 ? model.resolutions.length : 0)
    expect(await offered(page, 'Aspect ratio')).toHaveLength(
      model.aspectRatios.length > 1 ? model.aspectRatios.length : 0,
    )
    await expect(page.getByRole('switch', { name: 'Audio' })).toHaveCount(model.sound === 'optional' ? 1 : 0)
    await screen(page).prompt.fill(`With ${model.id}`)
    await expect(screen(page).generate).toHaveText(/\$/)
    await screen(page).generate.click()
    await expect(screen(page).article(`With ${model.id}`)).toBeVisible()
  }
  await expect
    .poll(async () =>
      (await sandboxOf(app).requests()).filter(({ route }) => route === 'queue').map(({ status }) => status),
    )
    .toEqual(models.map(() => 200))
})

test('what does not fit is stopped in the form with a sentence, and nothing is sent', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  const { prompt, generate } = screen(page)
  await chooseModel(page, 'vetro-mini-text-to-video')
  await expect(page.getByText('Write a prompt.')).toBeVisible()
  await generate.click({ force: true })
  await prompt.fill('x'.repeat(1001))
  await expect(page.getByText('1,001 of 1,000')).toBeVisible()
  await expect(generate).toHaveAccessibleDescription(/Shorten the prompt: this model takes 1,000 characters at most/)
  await page.keyboard.press('Control+Enter')
  await prompt.fill('Long enough')
  await expect(generate).toHaveAttribute('aria-disabled', 'false')
  expect((await sandboxOf(app).requests()).filter(({ route }) => route === 'queue')).toEqual([])
})

test('a model that needs media says so and keeps Generate shut', async ({ page, start }) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'lagoon-1-image-to-video')
  await screen(page).prompt.fill('From a picture')
  await expect(screen(page).generate).toHaveAccessibleDescription('Add a start image.')
  await screen(page).generate.click({ force: true })
  await expect(page.getByRole('article')).toHaveCount(0)
})

test('the model changes: what still fits stays, what does not becomes something the model takes', async ({
  page,
  start,
}) => {
  const app = await start()
  await page.goto(app.url)
  await chooseModel(page, 'lagoon-1-text-to-video')
  await screen(page).prompt.fill('Kept')
  await page.getByRole('radio', { name: '9:16' }).check()
  await page.getByRole('radio', { name: '10 s' }).check()
  await chooseModel(page, 'campanile-2-text-to-video')
  await expect(page.getByRole('radio', { name: '9:16' })).toBeChecked()
  await expect(page.getByRole('radio', { name: '8 s' })).toBeChecked()
  await expect(screen(page).prompt).toHaveValue('Kept')
})

async function textOnly(page: Page): Promise<ModelOffer[]> {
  const answer = await page.request.get(new URL('/api/models', page.url()).href)
  const { models } = (await answer.json()) as { models: ModelOffer[] }
  return models.filter(
    ({ id, needs, needsOneOf, offline }) => needs.length + needsOneOf.length === 0 && !offline && id !== REGION_LOCKED,
  )
}

/** What a group of choices offers; nothing for a single value, which is a fact. */
async function offered(page: Page, name: string): Promise<string[]> {
  return page
    .getByRole('radiogroup', { name, exact: true })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => radio.getAttribute('value') ?? ''))
}
