import { startSandboxProcess } from '@/tests/support/app'
import { expect, microUsd, readDatabase, readyToBuy, screen, statusOf, test, UNDER_WAY } from '@/tests/support/story'

const KEY = 'a-key-for-the-stand-in'

test('the price moved since the button was lit: it asks again at the new one, and only that is bought', async ({
  page,
  context,
  start,
}) => {
  test.slow()
  const venice = await startSandboxProcess({ key: KEY })
  const env = { VENICE_API_KEY: KEY, VENICE_API_BASE_URL: venice.url }
  const first = await start({ env })
  await readyToBuy(page, first, 'At the new price')
  const before = microUsd(await screen(page).generate.textContent())

  // The studio asks anew only for a price it does not know any more, and here another tab is told the new one first.
  await first.stop()
  await venice.control.price(2)
  const second = await start({ env, dataDir: first.dataDir, port: first.port })
  const other = await context.newPage()
  await other.goto(second.url)
  await expect(screen(other).generate).toHaveText(/\$/)
  await screen(page).generate.click()
  const again = page.getByRole('button', { name: /^Generate at the new price · \$/ })
  await expect(again).toBeVisible()
  await expect(screen(page).quote).toContainText('since you pressed: Venice changed it')
  const after = microUsd(await again.textContent())
  expect(after).toBeGreaterThan(before)
  expect(await venice.control.ledger()).toEqual([])
  expect(readDatabase(second, 'SELECT id FROM Generation')).toEqual([])

  await again.click()
  await expect(statusOf(screen(page).article('At the new price'))).toHaveText(UNDER_WAY)
  const [charge] = await venice.control.ledger()
  const [row] = readDatabase<{ quote: number }>(second, 'SELECT quoteMicroUsd AS quote FROM Generation')
  expect(charge?.microUsd).toBe(row?.quote)
  expect(Math.abs((charge?.microUsd ?? 0) - after)).toBeLessThan(100)
  await venice.stop()
})
