import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quantile, report, timed } from '@/tests/perf/measure'
import { type App, sandboxOf } from '@/tests/support/app'

const TIMES = 200
const MODEL = 'vetro-mini-text-to-video'

/** What the studio adds to a price that Venice is asked for anew: both ways in turn, 200 times. */
export async function measureQuotes(app: App): Promise<void> {
  const port = readFileSync(join(app.dataDir, 'sandbox/port'), 'utf8')
  const bare = () => bareQuote(`http://127.0.0.1:${port}/api/v1/video/quote`)
  const studio = () => studioQuote(`${app.url}/api/quote?model=${MODEL}&duration=5s&resolution=256p&fresh=1`)
  for (let warm = 0; warm < 20; warm++) await Promise.all([bare(), studio()])

  const times = { bare: [] as number[], studio: [] as number[] }
  for (let time = 0; time < TIMES; time++) {
    times.bare.push(await timed(bare))
    times.studio.push(await timed(studio))
  }
  for (const share of [0.5, 0.95]) {
    const [base, through] = [quantile(times.bare, share), quantile(times.studio, share)]
    const name = `quote_p${share * 100}`
    report(`${name}_bare`, base, 'ms')
    report(`${name}_studio`, through, 'ms')
    report(`${name}_overhead`, through - base, 'ms')
    report(`${name}_ratio`, through / base, 'x')
  }
  const asked = (await sandboxOf(app).requests()).filter((request) => request.route === 'quote').length
  report('quote_requests_seen_by_sandbox', asked, 'requests')
}

async function bareQuote(url: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    body: JSON.stringify({ model: MODEL, duration: '5s', resolution: '256p' }),
  })
  if (!response.ok) throw new Error(`The sandbox answered ${response.status}: ${await response.text()}`)
  await response.json()
}

async function studioQuote(url: string): Promise<void> {
  const answer = (await (await fetch(url)).json()) as { ok: boolean; sentence?: string }
  if (!answer.ok) throw new Error(`The studio gave no price: ${answer.sentence}`)
}
