import 'server-only'
import { randomUUID } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'

/** Where a process runs, and since when, so that nobody mistakes another one with the same number for it. */
export interface Place {
  /** One boot of one machine, and the process numbering in use there: containers have their own. */
  machine: string
  pid: number
  /** Clock ticks after that boot, as /proc counts them. */
  startedAt: string
}

/** What /proc tells about the process with this number: when it started; null when there is none. */
export type StartOf = (pid: number) => string | null

/** The name an engine signs its leases with: where it runs, if the machine can tell, and a part nobody else has. */
export function newOwner(place: Place | null): string {
  const told = place ? [place.machine, place.pid, place.startedAt] : []
  return [...told, randomUUID()].join('/')
}

/**
 * Whether the process that signed with this name is proven to be gone: the same boot of the same machine, and no
 * process of that number and start. False where that can't be known: then its lease runs out by the clock.
 */
export function isGone(owner: string, here: Place | null, startOf: StartOf): boolean {
  const [machine, pid, startedAt, own] = owner.split('/')
  if (!here || own === undefined || machine !== here.machine) return false
  return startOf(Number(pid)) !== startedAt
}

/** Where this process runs, or null on a system without /proc. */
export function thisPlace(): Place | null {
  const boot = readIfThere('/proc/sys/kernel/random/boot_id')
  const startedAt = startOfProcess(process.pid)
  const numbering = linkIfThere('/proc/self/ns/pid')
  if (boot === null || startedAt === null || numbering === null) return null
  return { machine: `${boot.trim()} ${numbering}`, pid: process.pid, startedAt }
}

/** When a process of this machine started, in ticks since the boot; null when none has this number or it has ended. */
export function startOfProcess(pid: number): string | null {
  // The name in brackets may hold spaces and brackets: what follows the last one is the state, and 19 fields on the start.
  const fields = readIfThere(`/proc/${pid}/stat`)?.replace(/^.*\)/s, '').trim().split(' ')
  const [state, startedAt] = [fields?.[0], fields?.[19]]
  return state === undefined || startedAt === undefined || ENDED.has(state) ? null : startedAt
}

/** Killed, and not yet fetched by its parent: it does nothing any more. */
const ENDED = new Set(['Z', 'X'])

const readIfThere = (path: string) => ifThere(() => readFileSync(path, 'utf8'))
const linkIfThere = (path: string) => ifThere(() => readlinkSync(path))

function ifThere(read: () => string): string | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}
