import { readdirSync, readFileSync } from 'node:fs'
import { descendants } from '@/tests/support/app'

/** Watches the memory of a process and all that came from it, by /proc (Linux). */
export interface RssWatch {
  /** Bytes, now. */
  now(): number
  /** Bytes, the most since the watch began. */
  peak(): number
  stop(): void
}

const EVERY_MS = 50

export function watchRss(pid: number): RssWatch {
  let peak = 0
  const now = () => {
    const bytes = descendants(pid).reduce((sum, one) => sum + rssOf(one), 0)
    peak = Math.max(peak, bytes)
    return bytes
  }
  const timer = setInterval(now, EVERY_MS)
  return { now, peak: () => peak, stop: () => clearInterval(timer) }
}

/** Bytes of memory of one process. */
export const rssOf = (pid: number) =>
  ofLiving(() => {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    return Number(kilobytes) * 1024
  })

/** Open files of one process. */
export const filesOf = (pid: number) => ofLiving(() => readdirSync(`/proc/${pid}/fd`).length)

/** 0 for a process that has ended meanwhile. */
function ofLiving(read: () => number): number {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return 0
    throw error
  }
}
