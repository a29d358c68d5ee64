import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page } from '@playwright/test'
import type { App } from '@/tests/support/app'

/** How screens are looked at: each shape and theme once. */
export const SHAPES = [
  { name: 'at a desk, dark', viewport: { width: 1440, height: 900 }, theme: 'dark' },
  { name: 'at a desk, light', viewport: { width: 1440, height: 900 }, theme: 'light' },
  { name: 'on a phone', viewport: { width: 390, height: 844 }, theme: 'dark' },
] as const

interface Shape {
  viewport: { width: number; height: number }
  theme: 'dark' | 'light'
}

/** A new page in this shape, without motion. */
export async function pageIn(browser: Browser, app: App, { viewport, theme }: Shape): Promise<Page> {
  const person = await browser.newContext({ viewport, reducedMotion: 'reduce' })
  await person.addCookies([{ name: 'squero-theme', value: theme, url: app.url }])
  return person.newPage()
}

/** Fails on anything that axe calls serious or critical. */
export async function expectClean(page: Page, where: string): Promise<void> {
  // What passes is not described: on a full screen that takes longer than looking.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(
    grave.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]),
    where,
  ).toEqual([])
}
