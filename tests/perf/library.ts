import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { LibraryFacets, LibraryPage } from '@/lib/library/view'
import { type Chance, chanceFrom } from '@/tests/faults/chance'
import { quantile, report, timed } from '@/tests/perf/measure'
import { startSeeded } from '@/tests/perf/seed/app'
import { makePrompt, pick } from '@/tests/perf/seed/prompts'
import type { App } from '@/tests/support/app'

// npx tsx tests/perf/library.ts, or a part of npm run bench: how long the library's pages take at the server, with
// 5,000 and 50,000 generations. Needs a build. Both are asked in turn, so that the machine's moods hit both.

const FEW = 5000
const MANY = 50_000
const TIMES = 150
const WARM = 20

/** Prints p95 of the first page, of filtered pages and of searches, and how they grow with the library. */
export async function measureLibrary(): Promise<void> {
  const few = await startSeeded(FEW)
  const many = await startSeeded(MANY)
  try {
    const facets = await read<LibraryFacets>(many, '/api/library/facets')
    await measure(few, many, 'library_first_page', () => '')
    await measure(few, many, 'library_filtered_page', (chance) => filters(chance, facets))
    await measure(few, many, 'library_search', words)
    await measure(few, many, 'library_facets', () => '', '/api/library/facets')
  } finally {
    for (const app of [few, many]) {
      await app.kill()
      rmSync(app.dataDir, { recursive: true, force: true })
    }
  }
}

async function measure(few: App, many: App, name: string, ask: (chance: Chance) => string, path = '/api/library') {
  const chance = chanceFrom(95)
  const times = { few: [] as number[], many: [] as number[] }
  for (let time = 0; time < WARM + TIMES; time++) {
    const address = `${path}?${ask(chance)}`
    const [short, long] = [await timed(() => read(few, address)), await timed(() => read(many, address))]
    if (time < WARM) continue
    times.few.push(short)
    times.many.push(long)
  }
  report(`${name}_p50`, quantile(times.many, 0.5), 'ms')
  report(`${name}_p95`, quantile(times.many, 0.95), 'ms')
  report(`${name}_p95_of_5000`, quantile(times.few, 0.95), 'ms')
  report(`${name}_growth`, quantile(times.many, 0.5) / quantile(times.few, 0.5), 'x')
}

async function read<T = LibraryPage>(app: App, path: string): Promise<T> {
  const answer = await fetch(app.url + path)
  if (!answer.ok) throw new Error(`${path} gave ${answer.status}.`)
  return answer.json()
}

/** One to three filters that stand in the sidebar or above the grid, and any order. */
function filters(chance: Chance, { models, tags, resolutions }: LibraryFacets): string {
  const all = [
    ['star', '1'],
    ['rating', '3'],
    ['long', '5-8'],
    ['shape', pick(chance, ['landscape', 'portrait', 'square'], 1)],
    ['sound', '1'],
    ['price', '0.2-0.6'],
    ['children', '1'],
    ['project', 'none'],
    ['way', pick(chance, ['text', 'image', 'reference'], 1)],
    ['model', pick(chance, models, 1).id],
    ['tag', pick(chance, tags, 1).name],
    ['resolution', pick(chance, resolutions, 1).id],
  ]
  const sort = pick(chance, ['newest', 'newest', 'oldest', 'price', 'rating', 'rate'], 1)
  const chosen = chance.shuffled(all).slice(0, 1 + Math.floor(chance.next() * 3))
  return new URLSearchParams([...chosen, ['sort', sort]]).toString()
}

/** One or two words that stand in prompts, as often as they do there, half of them not yet typed to their end. */
function words(chance: Chance): string {
  const all = makePrompt(chance)
    .split(/[\s,]+/)
    .filter((word) => word.length > 2 || /\P{ASCII}/u.test(word))
  const typed = chance.shuffled(all).slice(0, 1 + Math.floor(chance.next() * 2))
  const last = typed.at(-1) ?? ''
  if (last.length > 4 && chance.next() < 0.5) typed[typed.length - 1] = last.slice(0, 3 + Math.floor(chance.next() * 2))
  return new URLSearchParams({ q: typed.join(' ') }).toString()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await measureLibrary()
