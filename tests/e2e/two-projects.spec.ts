import type { Page } from '@playwright/test'
import { buy, expect, readDatabase, readyToBuy, screen, statusOf, test, UNDER_WAY } from '@/tests/support/story'

const project = (page: Page, name: string) => page.getByRole('button', { name: `Project: ${name}` })

async function addProject(page: Page, before: string, name: string) {
  await project(page, before).click()
  await page.getByRole('textbox', { name: 'New project' }).fill(name)
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(project(page, name)).toBeVisible()
}

test('two projects: each press goes to the one that is chosen then, and the choice is remembered', async ({
  page,
  start,
}) => {
  const app = await start()
  await readyToBuy(page, app, 'For nobody')
  await buy(page, 'For nobody')
  await addProject(page, 'none', 'Lagoon film')
  await screen(page).prompt.fill('For the film')
  await buy(page, 'For the film')
  await addProject(page, 'Lagoon film', 'Glassmakers')
  await screen(page).prompt.fill('For the glass')
  await buy(page, 'For the glass')

  await page.reload()
  await expect(project(page, 'Glassmakers')).toBeVisible()
  await project(page, 'Glassmakers').click()
  await page.getByRole('list', { name: 'Projects' }).getByRole('button', { name: 'Lagoon film' }).click()
  await screen(page).prompt.fill('The film again')
  await buy(page, 'The film again')
  for (const words of ['For nobody', 'For the film', 'For the glass', 'The film again']) {
    await expect(statusOf(screen(page).article(words))).toHaveText(UNDER_WAY)
  }
  expect(
    readDatabase(
      app,
      'SELECT prompt, name FROM Generation LEFT JOIN Project ON Project.id = projectId ORDER BY Generation.createdAt',
    ),
  ).toEqual([
    { prompt: 'For nobody', name: null },
    { prompt: 'For the film', name: 'Lagoon film' },
    { prompt: 'For the glass', name: 'Glassmakers' },
    { prompt: 'The film again', name: 'Lagoon film' },
  ])
})
