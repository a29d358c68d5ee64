import { rmSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { pathToFileURL } from 'node:url'
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'
import * as z from 'zod'
import { startBare } from '@/tests/perf/bare-app'
import { quantile, report } from '@/tests/perf/measure'
import { startSeeded } from '@/tests/perf/seed/app'
import { freePort } from '@/tests/support/app'
import { BROWSER_FLAGS, needBrowser } from '@/tests/support/browser'

// npx tsx tests/perf/scroll.ts, or a part of npm run bench: a traced Chromium scrolls through 5,000 rows of a library of
// 50,000 generations, and through 5,000 rows of a bare virtual list in the same run. Needs a build.

const CLIPS = 50_000
const ROWS = 5000
/** px a second: faster than a wheel, as fast as a long flick on a touchpad. */
const SPEED = 8000
/** px a second where nothing is measured */
const BETWEEN = 24_000
/** px of one gesture */
const REACH = 16_000
const TRACED_OF = 5
const LOADS = 5
const VIEWPORT = { width: 1440, height: 900 }

/** Prints longest task, frames, heap and Largest Contentful Paint of the library, beside those of the list. */
export async function measureScroll(): Promise<void> {
  const app = await startSeeded(CLIPS)
  const bare = await startBare()
  const clips = await lendClips(app.url)
  const browser = await chromium.launch({ executablePath: needBrowser(), args: BROWSER_FLAGS })
  try {
    const paints: number[] = []
    for (let load = 0; load < LOADS; load++) paints.push(await largestPaint(browser, `${app.url}/library`))
    // The first is also the server's first answer after its start.
    report('library_lcp_first', paints[0] ?? Number.NaN, 'ms')
    report('library_lcp_p50', quantile(paints, 0.5), 'ms')
    report('bare_lcp', await largestPaint(browser, bare.url), 'ms')

    const base = await scrolled(browser, `${bare.url}list`, rowsOfBare, {
      posters: await postersOf(app.url),
      clips: clips.url,
    })
    const own = await scrolled(browser, `${app.url}/library`, rowsOfLibrary)
    report('library_scrolled', own.rows, 'rows')
    report('bare_heap_after', base.heap / 1_000_000, 'MB')
    report('library_heap_after', own.heap / 1_000_000, 'MB')
    // Down their pages come while they are scrolled, from a studio on the same cores; back all is there.
    for (const way of ['down', 'back', 'whole'] as const) {
      for (const [name, { [way]: pass }] of [
        ['bare', base],
        ['library', own],
      ] as const) {
        report(`${name}_${way}_longest_task`, pass.longestTask, 'ms')
        report(`${name}_${way}_frames_dropped`, share(pass) * 100, '%')
      }
      report(`library_${way}_longest_task_over_bare`, own[way].longestTask / base[way].longestTask, 'x')
      report(`library_${way}_frames_dropped_over_bare`, share(own[way]) / share(base[way]), 'x')
    }
  } finally {
    await browser.close()
    clips.close()
    bare.process.kill('SIGKILL')
    await app.kill()
    rmSync(app.dataDir, { recursive: true, force: true })
  }
}

interface Poster {
  /** As data. */
  src: string
  /** Width over height. */
  ratio: number
}

/** What the bare list finds in its window. */
interface Lent {
  posters: Poster[]
  /** Where it asks for pages of clips. */
  clips: string
}

/** A studio's pages of clips, as they are, for a page that is not its own. */
async function lendClips(studio: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    get(`${studio}/api/library${new URL(request.url ?? '', studio).search}`, (page) => page.pipe(response))
  })
  const port = await freePort()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

/** The pictures that the library shows first, each once: the list is drawn with them too. */
async function postersOf(url: string): Promise<Poster[]> {
  const { items } = pageSchema.parse(await (await fetch(`${url}/api/library`)).json())
  const found = new Map<string, number>()
  for (const { clip } of items) if (clip?.poster) found.set(clip.poster, clip.width / clip.height)
  return Promise.all(
    [...found].map(async ([path, ratio]) => {
      const bytes = Buffer.from(await (await fetch(`${url}${path}`)).arrayBuffer())
      return { src: `data:image/webp;base64,${bytes.toString('base64')}`, ratio }
    }),
  )
}

const pageSchema = z.object({
  items: z.array(
    z.object({
      clip: z.object({ poster: z.string().nullable(), width: z.number(), height: z.number() }).nullable(),
    }),
  ),
})

/** Largest Contentful Paint of a page that the browser has never seen, ms. */
async function largestPaint(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  const page = await context.newPage()
  await page.goto(url, { waitUntil: 'networkidle' })
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return at
}

/** What was seen of one way through all rows. */
interface Pass {
  /** ms */
  longestTask: number
  /** Frames. */
  drawn: number
  dropped: number
}

interface Scrolled {
  rows: number
  down: Pass
  back: Pass
  whole: Pass
  /** Bytes of the script heap after a collection. */
  heap: number
}

/** The share of frames that were dropped, 0–1. */
const share = ({ drawn, dropped }: Pass) => dropped / (drawn + dropped)

async function scrolled(
  browser: Browser,
  url: string,
  rowsAbove: (page: Page) => Promise<number>,
  lent: Partial<Lent> = {},
): Promise<Scrolled> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  await context.addInitScript((given) => Object.assign(window, given), lent)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await page.goto(url, { waitUntil: 'networkidle' })
  let rows = 0
  const down = await pass(browser, page, cdp, -REACH, async () => {
    const before = rows
    rows = await rowsAbove(page)
    return rows >= ROWS ? 'there' : rows === before ? 'stuck' : 'on the way'
  })
  if (rows < ROWS) throw new Error(`Only ${rows} rows of ${url} could be scrolled through.`)
  const back = await pass(browser, page, cdp, REACH, async () =>
    (await page.evaluate(() => window.scrollY)) === 0 ? 'there' : 'on the way',
  )
  await cdp.send('HeapProfiler.collectGarbage')
  const { usedSize } = await cdp.send('Runtime.getHeapUsage')
  await context.close()
  const whole: Pass = {
    longestTask: Math.max(down.longestTask, back.longestTask),
    drawn: down.drawn + back.drawn,
    dropped: down.dropped + back.dropped,
  }
  return { rows, down, back, whole, heap: usedSize }
}

/** Scrolls by gestures of so many px until it is there, or has been stuck for long. */
async function pass(
  browser: Browser,
  page: Page,
  cdp: CDPSession,
  reach: number,
  where: () => Promise<'there' | 'stuck' | 'on the way'>,
): Promise<Pass> {
  const all: Pass = { longestTask: 0, drawn: 0, dropped: 0 }
  let [there, stuck] = [false, 0]
  for (let time = 0; !there && stuck < 50; time++) {
    // One gesture in so many is traced, each by itself: a trace of all would be longer than a string can be.
    const traced = time % TRACED_OF === 0
    if (traced) await browser.startTracing(page, { categories: TRACED })
    const speed = traced ? SPEED : BETWEEN
    await cdp.send('Input.synthesizeScrollGesture', { x: 800, y: 600, yDistance: reach, speed })
    const now = await where()
    there = now === 'there'
    stuck = now === 'stuck' ? stuck + 1 : 0
    if (!traced) continue
    const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()))
    const { longestTask, drawn, dropped } = judged(trace.traceEvents)
    all.longestTask = Math.max(all.longestTask, longestTask)
    all.drawn += drawn
    all.dropped += dropped
  }
  return all
}

const TRACED = ['disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.frame']

const traceSchema = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** µs */
      dur: z.number().optional(),
      args: z.object({ name: z.string().optional() }).optional(),
    }),
  ),
})

type TraceEvents = z.infer<typeof traceSchema>['traceEvents']

/** The longest task of the page's main thread, ms, and how many of its frames were drawn and dropped. */
function judged(events: TraceEvents) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const tasksOf = ({ pid, tid }: { pid: number; tid: number }) =>
    events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
  // The page that was scrolled is the one that had most to do.
  const [main] = mains.sort((one, other) => tasksOf(other).length - tasksOf(one).length)
  if (!main) throw new Error('The trace has no main thread.')
  const count = (name: string) => events.filter((event) => event.name === name && event.pid === main.pid).length
  return {
    longestTask: tasksOf(main).reduce((most, { dur = 0 }) => Math.max(most, dur), 0) / 1000,
    drawn: count('DrawFrame'),
    dropped: count('DroppedFrame'),
  }
}

const HEIGHT_OF_BARE = 166

const rowsOfBare = (page: Page) =>
  page.evaluate((height) => Math.floor((window.scrollY + window.innerHeight) / height), HEIGHT_OF_BARE)

const rowsOfLibrary = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('[aria-rowindex]')].map((row) => Number(row.getAttribute('aria-rowindex'))),
    ),
  )

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await measureScroll()
