import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder, sandboxOf } from '@/tests/support/app'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

function npm(script: string, dataDir: string, ...args: string[]) {
  const command = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', `lib/cli/${script}.ts`, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    env: { ...process.env, SQUERO_DATA_DIR: dataDir },
  })
  return { status, said: `${stdout}${stderr}` }
}

test('a studio is backed up while it runs, and another machine goes on with it: what waited asks the person first', async ({
  page,
  start,
}) => {
  test.slow()
  const old = await start()
  await readyToBuy(page, old, 'Kept for good')
  await buy(page, 'Kept for good')
  await expect(statusOf(screen(page).article('Kept for good'))).toHaveText('Ready', { timeout: 60_000 })
  // Slow enough to be under way still when the old studio is stopped.
  await sandboxOf(old).set('speed', { speed: 0.5 })
  await screen(page).prompt.fill('Under way')
  await buy(page, 'Under way')
  await expect(statusOf(screen(page).article('Under way'))).toHaveText('Generating')
  await page.getByRole('button', { name: 'Pause sending' }).click()
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeVisible()
  await screen(page).prompt.fill('It waits')
  await buy(page, 'It waits')

  const backups = newFolder()
  expect(npm('backup', old.dataDir, backups)).toMatchObject({ status: 0 })
  await page.getByRole('button', { name: 'Resume sending' }).click()
  await expect(statusOf(screen(page).article('It waits'))).toHaveText('Generating')
  expect(await old.stop()).toBe(0)

  const dataDir = join(newFolder(), 'data')
  const restored = npm('restore', dataDir, join(backups, readdirSync(backups)[0] ?? ''))
  expect(restored).toEqual({ status: 0, said: expect.stringContaining('1 of them waits to be sent, and is paused') })
  expect(npm('doctor', dataDir)).toMatchObject({ status: 0 })

  const next = await start({ dataDir, port: old.port })
  await page.goto(next.url)
  await expect(statusOf(screen(page).article('Under way'))).toHaveText('Ready', { timeout: 90_000 })
  await expect(statusOf(screen(page).article('It waits'))).toHaveText(/Queued/)
  await expect(page.getByRole('button', { name: 'Resume sending' })).toBeVisible()
  // Its own books are of the backup too: it sold what was sent before it.
  expect((await sandboxOf(next).ledger()).filter(({ kind }) => kind === 'charge')).toHaveLength(2)
  await page.goto(`${next.url}/library`)
  await expect(page.getByRole('link', { name: /Kept for good/ })).toBeVisible()
  await page.goto(`${next.url}/settings/system`)
  await expect(page.getByText('Sending is paused: 1 job waits until you resume.')).toBeVisible()
  expect(readDatabase(next, 'SELECT id FROM Attempt WHERE outcome IS NULL')).toEqual([])
})
