import { expectClean, pageIn, SHAPES } from '@/tests/support/accessible'
import { sandboxOf } from '@/tests/support/app'
import { buy, expect, limit, readDatabase, readyToBuy, screen, statusOf, test } from '@/tests/support/story'

for (const shape of SHAPES) {
  test(`axe finds nothing serious where money is asked about, held up or unclear, ${shape.name}`, async ({
    browser,
    page,
    start,
  }) => {
    test.slow()
    const app = await start()
    const sandbox = sandboxOf(app)
    await readyToBuy(page, app, 'Nobody knows')
    await sandbox.fault({ on: 'queue', fault: { kind: 'status-after' }, match: { promptIncludes: 'Nobody knows' } })
    await buy(page, 'Nobody knows')
    await expect(statusOf(screen(page).article('Nobody knows'))).toHaveText('Maybe charged')
    await sandbox.fault({ on: 'queue', fault: { kind: 'status', status: 409 }, match: { promptIncludes: 'A face' } })
    await screen(page).prompt.fill('A face')
    await buy(page, 'A face')
    await expect(statusOf(screen(page).article('A face'))).toHaveText('Needs consent')
    // Slow enough not to be done when it is asked for first, which tells the usual time.
    await sandbox.set('speed', { speed: 2 })
    await sandbox.fault({ on: 'retrieve', fault: { kind: 'status', status: 500 }, skip: 1, times: 1000 })
    await screen(page).prompt.fill('It never comes')
    await buy(page, 'It never comes')
    // Offered at three times the usual, which is 16 s at this speed.
    const hopeless = screen(page).article('It never comes').getByRole('button', { name: 'Give up' })
    await expect(hopeless).toBeVisible({ timeout: 60_000 })
    await page.getByRole('button', { name: 'Pause sending' }).click()
    for (const words of ['It waits', 'It waits too']) {
      await screen(page).prompt.fill(words)
      await buy(page, words)
    }
    // What the studio has not recorded yet would be asked about as well.
    await expect.poll(() => readDatabase(app, 'SELECT id FROM Generation')).toHaveLength(5)
    limit(app, { dayCapMicroUsd: 10_000_000, askAboveMicroUsd: 100 })

    const { name } = shape
    const look = await pageIn(browser, app, shape)
    // On a phone the list is a sheet of its own.
    await look.goto(`${app.url}/?list`)
    await expect(look.getByRole('article', { name: 'It waits too' })).toBeVisible()
    await expectClean(look, `The line ${name}`)
    for (const [button, dialog] of [
      ['Read and confirm', 'Venice asks for your consent'],
      ['Give up', 'Give this job up?'],
    ] as const) {
      await look.getByRole('button', { name: button }).click()
      await expect(look.getByRole('dialog', { name: dialog })).toBeVisible()
      await expectClean(look, `${dialog} ${name}`)
      await look.keyboard.press('Escape')
    }
    await look.goto(app.url)
    await look.getByRole('button', { name: /^Project/ }).click()
    await expect(look.getByRole('list', { name: 'Projects' })).toBeVisible()
    await expectClean(look, `Projects ${name}`)
    await look.keyboard.press('Escape')
    await screen(look).prompt.fill('Dear')
    await expect(screen(look).generate).toHaveAttribute('aria-disabled', 'false')
    await screen(look).generate.click()
    await expect(look.getByRole('dialog', { name: 'Generate at this price?' })).toBeVisible()
    await expectClean(look, `Asked above ${name}`)
    await look.keyboard.press('Escape')
    await look.goto(`${app.url}/?list`)
    await look.getByRole('article', { name: 'Nobody knows' }).getByRole('link', { name: 'See what is known' }).click()
    await expect(look.getByRole('region', { name: 'What was sent' })).toBeVisible()
    await expectClean(look, `Unclear ${name}`)
    await look.context().close()
  })
}
