import { get, type IncomingMessage } from 'node:http'
import { report } from '@/tests/perf/measure'
import type { App } from '@/tests/support/app'
import { watchRss } from '@/tests/support/rss'

const MB = 1_000_000

/** Clips that are here, by generation and by hash. */
export interface Stored {
  ids: readonly string[]
  hashes: readonly string[]
}

/**
 * How fast clips leave as one archive, beside the same files served alone, one after the other; and what the studio's
 * memory grows by.
 */
export async function measureArchive(app: App, { ids, hashes }: Stored): Promise<void> {
  const alone = await drained(hashes.map((hash) => `${app.url}/api/media/${hash}`))
  const watch = watchRss(app.pid)
  const before = watch.now()
  const archive = await drained([`${app.url}/api/library/download?ids=${ids.join(',')}`])
  watch.stop()
  const everything = await drained([`${app.url}/api/library/export`])
  if (archive.bytes < alone.bytes || everything.bytes < alone.bytes) throw new Error('Clips are missing in an archive.')
  report('media_throughput', speed(alone), 'MB/s')
  report('archive_throughput', speed(archive), 'MB/s')
  report('archive_over_media', speed(archive) / speed(alone), 'x')
  report('export_throughput', speed(everything), 'MB/s')
  report('archive_rss_growth', (watch.peak() - before) / MB, 'MB')
}

interface Drained {
  bytes: number
  seconds: number
}

const speed = ({ bytes, seconds }: Drained) => bytes / MB / seconds

async function drained(urls: readonly string[]): Promise<Drained> {
  const from = performance.now()
  let bytes = 0
  for (const url of urls) {
    const response = await new Promise<IncomingMessage>((resolve, reject) => get(url, resolve).on('error', reject))
    if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}.`)
    for await (const piece of response) bytes += piece.length
  }
  return { bytes, seconds: (performance.now() - from) / 1000 }
}
