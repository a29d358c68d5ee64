import 'server-only'
import { execFile } from 'node:child_process'
import { realpath, writeFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { bareEnvironment } from '@/lib/env'
import { askAgain, type Confinement, confined, confinementOf } from '@/lib/media/confine'
import { diskError, MediaError } from '@/lib/media/error'
import { once } from '@/lib/once'

/** Wall clock, ms; CPU time, seconds; pixels of one frame (8K is 33 million); bytes through the pipe. */
const LIMITS = { wallMs: 30_000, cpuSeconds: 30, pixels: 40_000_000, pipeBytes: 16_000_000 }

/** A program's command, when it is on this machine and runs; null when not. Asked once a process. */
export function probeFfmpeg(): Promise<string | null> {
  return once('ffmpeg', () =>
    run('ffmpeg', ['-version']).then(
      () => 'ffmpeg',
      () => null,
    ),
  )
}

/** What ffmpeg says of itself, `7.1.1`; null where there is none. Asked once a process. */
export function ffmpegVersion(): Promise<string | null> {
  return once('ffmpeg-version', () =>
    run('ffmpeg', ['-version']).then(
      (said) => /^ffmpeg version (\S+)/.exec(said.toString())?.[1] ?? 'unknown',
      () => null,
    ),
  )
}

export interface FfmpegRun {
  command: string
  /** Absolute path of the file it reads. */
  input: string
  /** What it was recognised as: ffmpeg reads no other format. */
  mime: string
  /** Options that belong to the input, such as where to seek. */
  before: string[]
  /** Filters, codec and the format of the output. */
  after: string[]
  /** Absolute path of the file it writes, made or replaced; left out: it writes to its standard output. */
  output?: string
  signal: AbortSignal | undefined
  /** What it may take, when that is more than a picture or a few seconds of film need. */
  most?: Pick<typeof LIMITS, 'wallMs' | 'cpuSeconds'>
}

/**
 * Runs ffmpeg on one file of unknown origin: this file only, these formats only, with limits, at low priority, one
 * at a time, and in a box of its own where the system has one. Gives what it wrote to its standard output.
 * @throws MediaError `disk-full`; Error when it fails, is killed by a limit or the signal, or is not there
 */
export function runFfmpeg(asked: FfmpegRun): Promise<Buffer> {
  return inTurn(() => runConfined(asked))
}

async function runConfined(asked: FfmpegRun): Promise<Buffer> {
  const { command, signal } = asked
  const by = await confinementOf(command)
  try {
    return await runWithin(by, asked)
  } catch (error) {
    if (signal?.aborted || error instanceof MediaError) throw error
    const now = await askAgain(command)
    if (now.bwrap === by.bwrap && now.prlimit === by.prlimit) throw error
    return runWithin(now, asked)
  }
}

async function runWithin(
  by: Confinement,
  { command, input, mime, before, after, output, signal, most = LIMITS }: FfmpegRun,
): Promise<Buffer> {
  // The box holds files that are there, by their own paths.
  if (output !== undefined) await makeEmpty(output)
  const reads = await realpath(/* turbopackIgnore: true */ input)
  const writes = output === undefined ? undefined : await realpath(/* turbopackIgnore: true */ output)
  const formats = mime === 'video/webm' ? 'matroska,webm' : 'mov,mp4,m4a,3gp,3g2,mj2'
  const line = [
    command,
    ...[...GENERAL, '-timelimit', `${most.cpuSeconds}`],
    ...['-format_whitelist', formats, ...INPUT, ...before, '-i', `file:${reads}`],
    ...[...OUTPUT, ...after, writes === undefined ? 'pipe:1' : `file:${writes}`],
  ]
  const bounds = { reads, cpuSeconds: most.cpuSeconds, ...(writes === undefined ? {} : { writes }) }
  const [first = command, ...rest] = confined(line, by, bounds)
  return run(first, rest, { signal, wallMs: most.wallMs })
}

const makeEmpty = (path: string) =>
  writeFile(/* turbopackIgnore: true */ path, '').catch((error: unknown) => Promise.reject(diskError(error)))

const GENERAL = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y']
const INPUT = ['-protocol_whitelist', 'file', '-max_pixels', `${LIMITS.pixels}`, '-threads', '1']
const OUTPUT = ['-map', '0:v:0', '-map_metadata', '-1', '-map_chapters', '-1', '-threads', '1']

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const line = once('ffmpeg-line', (): { last: Promise<unknown> } => ({ last: Promise.resolve() }))
  const turn = line.last.then(work, work)
  line.last = turn
  return turn
}

interface RunOptions {
  signal?: AbortSignal | undefined
  wallMs?: number
}

function run(command: string, args: string[], { signal, wallMs = LIMITS.wallMs }: RunOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      {
        encoding: 'buffer',
        timeout: wallMs,
        killSignal: 'SIGKILL',
        maxBuffer: LIMITS.pipeBytes,
        windowsHide: true,
        signal,
        env: bareEnvironment(),
      },
      (error, stdout, stderr) => (error ? reject(failure(error, stderr)) : resolve(stdout)),
    )
    if (child.pid !== undefined) lowerPriority(child.pid)
  })
}

/** What it said last says more than the command line it was started with. */
function failure(cause: Error, stderr: Buffer): Error {
  if (stderr.includes('No space left on device')) return new MediaError('disk-full', { cause })
  const said = stderr.toString().trim().split('\n').at(-1)
  return new Error(said || cause.message, { cause })
}

function lowerPriority(pid: number) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It may have ended already, and some systems do not allow it: a courtesy, not a need.
  }
}
