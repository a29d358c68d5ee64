import { once } from 'node:events'
import { createReadStream, createWriteStream, rmSync, statSync } from 'node:fs'
import { get, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportView } from '@/lib/library/archive/view'
import { report } from '@/tests/perf/measure'
import { type App, startApp } from '@/tests/support/app'
import { watchRss } from '@/tests/support/rss'

const MB = 1_000_000

/** Clips that are here, by generation and by hash. */
export interface Stored {
  ids: readonly string[]
  hashes: readonly string[]
}

/**
 * How fast clips leave as one archive and come into another studio, beside the same files copied on the disk, and served
 * alone, one after the other; and what the studio's memory grows by.
 */
export async function measureArchive(app: App, { ids, hashes }: Stored): Promise<void> {
  const copied = await copiedOnDisk(app, hashes)
  const alone = await drained(hashes.map((hash) => `${app.url}/api/media/${hash}`))
  const watch = watchRss(app.pid)
  const before = watch.now()
  const archive = await drained([`${app.url}/api/library/download?ids=${ids.join(',')}`])
  watch.stop()
  const path = join(app.dataDir, 'everything.zip')
  const everything = await saved(`${app.url}/api/library/export`, path)
  if (archive.bytes < alone.bytes || everything.bytes < alone.bytes) throw new Error('Clips are missing in an archive.')
  const imported = await importedElsewhere(path)
  report('copy_throughput', speed(copied), 'MB/s')
  report('media_throughput', speed(alone), 'MB/s')
  report('archive_throughput', speed(archive), 'MB/s')
  report('archive_over_media', speed(archive) / speed(alone), 'x')
  report('archive_over_copy', speed(archive) / speed(copied), 'x')
  report('export_throughput', speed(everything), 'MB/s')
  report('export_over_copy', speed(everything) / speed(copied), 'x')
  report('import_throughput', speed(imported), 'MB/s')
  report('import_over_copy', speed(imported) / speed(copied), 'x')
  report('archive_rss_growth', (watch.peak() - before) / MB, 'MB')
}

interface Drained {
  bytes: number
  seconds: number
}

const speed = ({ bytes, seconds }: Drained) => bytes / MB / seconds

/** The same files, read and written by Node with nothing else done to them. */
async function copiedOnDisk(app: App, hashes: readonly string[]): Promise<Drained> {
  const from = performance.now()
  let bytes = 0
  for (const hash of hashes) {
    const copy = join(app.dataDir, 'copy')
    await pipeline(createReadStream(join(app.dataDir, 'media/clips', `${hash}.mp4`)), createWriteStream(copy))
    bytes += statSync(copy).size
    rmSync(copy)
  }
  return { bytes, seconds: (performance.now() - from) / 1000 }
}

/** To the disk, as a browser does it. */
async function saved(url: string, path: string): Promise<Drained> {
  const from = performance.now()
  const response = await answerTo(url)
  await pipeline(response, createWriteStream(path))
  return { bytes: statSync(path).size, seconds: (performance.now() - from) / 1000 }
}

/** Into an empty studio: sent, received, every file hashed, looked through and committed. */
async function importedElsewhere(path: string): Promise<Drained> {
  const app = await startApp()
  try {
    const bytes = statSync(path).size
    const from = performance.now()
    const sent = request(`${app.url}/api/library/import`, {
      method: 'POST',
      headers: { origin: app.url, 'content-length': bytes },
    })
    const answered = once(sent, 'response')
    await pipeline(createReadStream(path), sent)
    const [response] = await answered
    response.resume()
    for (;;) {
      const { job } = (await (await fetch(`${app.url}/api/library/import`)).json()) as { job: ImportView | null }
      if (job?.state === 'done') return { bytes, seconds: (performance.now() - from) / 1000 }
      if (job?.state === 'failed') throw new Error(job.sentence ?? 'The import failed.')
      await sleep(100)
    }
  } finally {
    await app.kill()
    rmSync(app.dataDir, { recursive: true, force: true })
  }
}

async function answerTo(url: string): Promise<IncomingMessage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => get(url, resolve).on('error', reject))
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}.`)
  return response
}

async function drained(urls: readonly string[]): Promise<Drained> {
  const from = performance.now()
  let bytes = 0
  for (const url of urls) {
    for await (const piece of await answerTo(url)) bytes += piece.length
  }
  return { bytes, seconds: (performance.now() - from) / 1000 }
}
