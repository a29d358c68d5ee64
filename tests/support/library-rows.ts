import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { SeedGeneration } from '@/tests/perf/seed/generations'
import { makeClips } from '@/tests/perf/seed/media'
import { writeClips, writeGenerations } from '@/tests/perf/seed/write'
import type { App } from '@/tests/support/app'

/** What a story needs to know of a clip; shape and length go by `clip`, see `FILMS`. */
export interface ClipFacts extends Partial<Omit<SeedGeneration, 'clip' | 'id'>> {
  film?: keyof typeof FILMS
}

/** The real clips there are, by shape and length: 1280×720, 720×1280 and 720×720. */
const FILMS = { wide4: 0, wide5: 1, wide8: 2, wide10: 3, tall4: 4, tall5: 5, tall10: 7, square5: 9 } as const

const MINUTE = 60_000

/**
 * Clips with these facts in the library of a studio that runs: ready, charged $0.35, and, unless they say otherwise, made
 * a minute after one another today, the first the newest. Their files are real.
 * @returns their ids
 */
export async function fillLibrary(app: App, facts: readonly ClipFacts[], now = Date.now()): Promise<string[]> {
  const films = await makeClips(app.dataDir)
  const rows = facts.map(({ film = 'wide5', ...rest }, at): SeedGeneration => {
    const own = { id: randomUUID(), createdAt: now - (at + 1) * MINUTE, clip: films[FILMS[film]] ?? null }
    return { ...PLAIN, ...own, ...rest }
  })
  const db = new Database(join(app.dataDir, 'squero.db'), { timeout: 30_000 })
  try {
    db.pragma('foreign_keys = ON')
    const accountId = String(db.prepare('SELECT id FROM "Account"').pluck().get())
    writeClips(db, films, now)
    writeGenerations(db, accountId, rows)
  } finally {
    db.close()
  }
  return rows.map(({ id }) => id)
}

const PLAIN: Omit<SeedGeneration, 'id' | 'createdAt' | 'clip'> = {
  state: 'done',
  prompt: '',
  model: { id: 'vetro-mini-text-to-video', name: 'Vetro Mini' },
  negativePrompt: '',
  resolution: '720p',
  media: {},
  upscaleFactor: null,
  microUsd: 350_000,
  lines: [
    ['reserve', 350_000],
    ['charge', 350_000],
  ],
  projectId: null,
  tags: [],
  remark: null,
  rating: null,
  starred: false,
  seen: true,
  binned: false,
  fromId: null,
}

/** The words on the Library's screen that stories go by. */
export function library(page: Page) {
  return {
    grid: page.getByRole('grid', { name: 'Clips' }),
    clip: (prompt: string) => page.getByRole('grid').getByRole('link', { name: new RegExp(`^${prompt}`) }),
    search: page.getByRole('searchbox', { name: 'Search the library' }),
    filter: (name: string) => page.getByRole('region', { name: 'Filters' }).getByRole('button', { name }),
    places: page.getByRole('navigation', { name: 'Library' }),
    bar: page.getByRole('toolbar', { name: 'Selected clips' }),
  }
}

/** The clips in view, in order, by the beginning of their prompts. */
export function namesShown(page: Page): Promise<string[]> {
  return page
    .getByRole('grid')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => (link.getAttribute('aria-label') ?? '').split(',')[0] ?? ''))
}
