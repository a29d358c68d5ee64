import 'server-only'
import { execFile } from 'node:child_process'
import { existsSync, realpathSync, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { bareEnvironment, dataFolder } from '@/lib/env'
import { forget, once } from '@/lib/once'

/**
 * What holds a media tool besides its own options. `bwrap`: it sees its program, the file it reads and the one it writes,
 * no other file, process or network. `prlimit`: its memory, CPU time and output end where the system says.
 */
export interface Confinement {
  bwrap: boolean
  prlimit: boolean
}

/** What one run of a tool may touch and take. */
export interface Bounds {
  /** Absolute path, without links, of the only file it reads; none for a question of its version. */
  reads?: string
  /** Absolute path, without links, of the only file it writes, which must be there; none when it writes to its standard output. */
  writes?: string
  /** CPU time, seconds. */
  cpuSeconds: number
}

/** Address space, bytes: enough to decode and encode 8K frames. A file it writes: no clip is larger. */
const MOST = { memory: 3 * 1024 ** 3, file: 2 * 1024 ** 3 }

/** Where programs and what they need lie on the systems that have bwrap; what is not there is left out. */
const SYSTEM = ['/usr', '/bin', '/lib', '/lib32', '/lib64', '/nix/store', '/gnu/store', '/run/current-system/sw']
const LOADER = ['/etc/alternatives', '/etc/ld.so.cache']

const execute = promisify(execFile)

/** What of it works on this machine with this tool; known until `askAgain`. Containers often have bwrap and forbid it. */
export function confinementOf(command: string): Promise<Confinement> {
  return once(nameOf(command), async () => ({
    bwrap: await runs(command, { bwrap: true, prlimit: false }),
    prlimit: await runs(command, { bwrap: false, prlimit: true }),
  }))
}

/** After a run failed: what was allowed may be forbidden by now, and what was too slow at first may work. */
export function askAgain(command: string): Promise<Confinement> {
  forget(nameOf(command))
  return confinementOf(command)
}

const nameOf = (command: string) => `confinement-${command}`

async function runs(command: string, by: Confinement): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const [first = command, ...rest] = confined([command, '-version'], by, { cpuSeconds: 10 })
  try {
    await execute(first, rest, { timeout: 10_000, killSignal: 'SIGKILL', env: bareEnvironment() })
    return true
  } catch {
    return false
  }
}

/** The command line that runs this one within its bounds. Each part replaces itself by the next, so one kill ends all. */
export function confined(line: readonly string[], by: Confinement, bounds: Bounds): string[] {
  const [command = '', ...args] = line
  const program = by.bwrap ? pathOf(command) : command
  return [...(by.prlimit ? limits(bounds) : []), ...(by.bwrap ? box(program, bounds) : []), program, ...args]
}

const limits = ({ cpuSeconds }: Bounds) => [
  'prlimit',
  `--as=${MOST.memory}`,
  `--fsize=${MOST.file}`,
  `--cpu=${cpuSeconds}`,
  '--core=0',
  '--',
]

/** It ends with the studio, has no terminal, no network, and no privilege to gain. */
const box = (program: string, { reads, writes }: Bounds) => [
  ...['bwrap', '--unshare-all', '--die-with-parent', '--new-session', '--chdir', '/'],
  ...[...SYSTEM, ...LOADER].flatMap((path) => ['--ro-bind-try', path, path]),
  ...ownFolders().flatMap((path) => ['--tmpfs', path]),
  ...['--ro-bind-try', program, program],
  ...(reads === undefined ? [] : ['--ro-bind', reads, reads]),
  ...(writes === undefined ? [] : ['--bind', writes, writes]),
  ...['--remount-ro', '/', '--'],
]

/** Of the studio, where it lies among the system's, as in images that keep it below /usr: key and library are not for tools. */
function ownFolders(): string[] {
  const shown = SYSTEM.flatMap((path) => realPath(path) ?? [])
  const own = [process.cwd(), dataFolder()].flatMap((path) => realPath(path) ?? [])
  return own.filter((folder) => shown.some((top) => folder.startsWith(`${top}/`)))
}

const realPath = (path: string) => (existsSync(path) ? realpathSync(path) : null)

/** Where the system would find a command; itself when it finds none. Links are followed: their ends are what the box holds. */
function pathOf(command: string): string {
  const folders = isAbsolute(command) ? [''] : (bareEnvironment().PATH ?? '').split(delimiter)
  for (const folder of folders) {
    const path = join(folder, command)
    if (statSync(path, { throwIfNoEntry: false })?.isFile()) return realpathSync(path)
  }
  return command
}
