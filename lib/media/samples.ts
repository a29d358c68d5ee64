import 'server-only'

/** The boxes of one `stbl` by their type, without their headers. */
export type SampleTable = Map<string, Buffer>

/** Nine hours at 60 frames a second: more is a broken count. */
const MOST_SAMPLES = 2_000_000

const CUT = 'The file is shorter than its own table of contents says.'
const ABSURD = 'Its table of contents counts more frames than any clip has.'

/**
 * Whether every frame of one track lies within the file.
 * @returns the sentence why not, or null
 * @throws RangeError when a table is longer than its box
 */
export function checkSamples(table: SampleTable, fileBytes: number): string | null {
  if (table.has('stz2')) return 'Its table of contents is of a kind no browser reads.'
  const sizes = readSizes(table)
  const counts = [sizes.count, sumOf(table.get('stts')), sumOf(table.get('ctts'))]
  // Uncompressed sound counts every sample, all of one size, and needs no such limit.
  if ((!sizes.uniform || table.has('ctts')) && Math.max(...counts) > MOST_SAMPLES) return ABSURD
  return checkChunks(readRuns(table.get('stsc')), readOffsets(table), sizes, fileBytes)
}

/** The frames of one fragment. @returns the sentence why not, or null */
export function checkRun(run: Buffer): string | null {
  return run.readUInt32BE(4) > MOST_SAMPLES / 10 ? ABSURD : null
}

interface Sizes {
  count: number
  uniform: boolean
  sum(from: number, to: number): number
}

function readSizes(table: SampleTable): Sizes {
  const box = table.get('stsz')
  if (!box) return { count: 0, uniform: false, sum: () => 0 }
  const size = box.readUInt32BE(4)
  const count = box.readUInt32BE(8)
  if (size > 0) return { count, uniform: true, sum: (from, to) => (to - from) * size }
  const sizes = column(box, { start: 12, count, step: 4 })
  return { count, uniform: false, sum: (from, to) => sizes.slice(from, to).reduce((sum, one) => sum + one, 0) }
}

/** The total of the counts in `stts` and `ctts`, whose entries are a count and a value. */
function sumOf(box: Buffer | undefined): number {
  if (!box) return 0
  return column(box, { start: 8, count: box.readUInt32BE(4), step: 8 }).reduce((sum, one) => sum + one, 0)
}

interface Runs {
  /** Counted from 1. */
  firstChunks: number[]
  samplesPerChunk: number[]
}

function readRuns(box: Buffer | undefined): Runs {
  if (!box) return { firstChunks: [], samplesPerChunk: [] }
  const count = box.readUInt32BE(4)
  return {
    firstChunks: column(box, { start: 8, count, step: 12 }),
    samplesPerChunk: column(box, { start: 12, count, step: 12 }),
  }
}

function readOffsets(table: SampleTable): number[] {
  const short = table.get('stco')
  if (short) return column(short, { start: 8, count: short.readUInt32BE(4), step: 4 })
  const long = table.get('co64')
  if (!long) return []
  const count = long.readUInt32BE(4)
  const low = column(long, { start: 12, count, step: 8 })
  return column(long, { start: 8, count, step: 8 }).map((high, at) => high * 2 ** 32 + (low[at] ?? 0))
}

/** Numbers of four bytes, `step` apart. @throws RangeError when the box ends before the last one */
function column(box: Buffer, { start, count, step }: { start: number; count: number; step: number }): number[] {
  if (count > 0 && start + (count - 1) * step + 4 > box.length) throw new RangeError('A table is longer than its box.')
  return Array.from({ length: count }, (_, at) => box.readUInt32BE(start + at * step))
}

function checkChunks(runs: Runs, offsets: number[], sizes: Sizes, fileBytes: number): string | null {
  let placed = 0
  let run = 0
  const first = (at: number) => runs.firstChunks[at] ?? Number.POSITIVE_INFINITY
  if (runs.firstChunks.length > 0 && runs.firstChunks[0] !== 1) return CUT
  if (runs.firstChunks.some((chunk, at) => chunk > offsets.length || chunk >= first(at + 1))) return CUT
  for (const [chunk, offset] of offsets.entries()) {
    if (chunk + 1 >= first(run + 1)) run += 1
    const to = Math.min(sizes.count, placed + (runs.samplesPerChunk[run] ?? 0))
    if (offset + sizes.sum(placed, to) > fileBytes) return CUT
    placed = to
  }
  if (runs.samplesPerChunk.some((samples) => samples > Math.max(1, sizes.count))) return ABSURD
  return placed < sizes.count ? CUT : null
}
