import { expect, type Page } from '@playwright/test'
import type { App } from '@/tests/support/app'

export const OWNER = 'the owner’s own words'
export const VIEWER = 'words for a viewer'

/** Signs in by the page that a visitor is led to. */
export async function signInAs(page: Page, app: App, password: string): Promise<void> {
  await page.goto(app.url)
  await expect(page).toHaveURL(/\/login/)
  await page.getByLabel('Password').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}
