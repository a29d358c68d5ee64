import { startSandboxProcess } from '@/tests/support/app'
import { chooseModel, expect, readDatabase, screen, statusOf, test } from '@/tests/support/story'

const KEY = 'a-key-for-the-stand-in'

test('a key and an address: the same studio buys elsewhere, and both histories stay apart', async ({ page, start }) => {
  const sandbox = await startSandboxProcess({ key: KEY })
  const env = { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: sandbox.url }
  const { generate, prompt, article } = screen(page)
  const make = async (words: string) => {
    await chooseModel(page, 'vetro-mini-text-to-video')
    await prompt.fill(words)
    await expect(generate).toHaveText(/\$/)
    await generate.click()
    await expect(statusOf(article(words))).toHaveText('Ready', { timeout: 60_000 })
  }

  const withoutKey = await start()
  await page.goto(withoutKey.url)
  await make('Made in the sandbox')
  await withoutKey.stop()

  const withKey = await start({ dataDir: withoutKey.dataDir, port: withoutKey.port, env })
  await page.goto(withKey.url)
  await expect(page.getByText('Sandbox: nothing is spent.')).toHaveCount(0)
  await expect(article('Made in the sandbox')).toHaveCount(0)
  await make('Made with the key')
  const charges = await sandbox.control.ledger()
  const quotes = readDatabase<{ quote: number }>(
    withKey,
    "SELECT quoteMicroUsd AS quote FROM Generation WHERE prompt = 'Made with the key'",
  )
  expect(charges.map((charge) => charge.microUsd)).toEqual(quotes.map((row) => row.quote))

  await page.goto(`${withKey.url}/library`)
  await expect(page.getByRole('link', { name: /Made with the key/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Made in the sandbox/ })).toHaveCount(0)
  await page
    .getByRole('link', { name: /sandbox/i })
    .first()
    .click()
  await expect(page.getByRole('link', { name: /Made in the sandbox/ })).toBeVisible()
  await withKey.stop()

  const again = await start({ dataDir: withoutKey.dataDir, port: withoutKey.port })
  await page.goto(`${again.url}/library`)
  await expect(page.getByRole('link', { name: /Made in the sandbox/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /Made with the key/ })).toHaveCount(0)
  await sandbox.stop()
})
