import type { Violation } from '@/tests/faults/carry'
import type { FaultCase } from '@/tests/faults/case'
import type { Rig } from '@/tests/faults/rig'
import { judge } from '@/tests/support/judge'
import type { SandboxJob, SandboxRequest } from '@/tests/support/sandbox-control'

/** A case that was set going. */
export interface Deed {
  case: FaultCase
  id: string
  /** How often the ordered fault struck. */
  struck: number
}

/** Whether each case came out as the vendor's published behaviour wants it. */
export async function lookInto(rig: Rig, deeds: readonly Deed[]): Promise<Violation[]> {
  const [requests, jobs] = await Promise.all([rig.control.requests(), rig.control.jobs()])
  const violations: Violation[] = []
  for (const deed of deeds) {
    const found = await compare(rig, deed, requests, jobs)
    violations.push(...found.map((what) => `${deed.case.name}: ${what}`))
  }
  return violations
}

async function compare(
  rig: Rig,
  { case: { expected }, id, struck }: Deed,
  requests: SandboxRequest[],
  jobs: SandboxJob[],
) {
  const row = await rig.db.generation.findUniqueOrThrow({ where: { id }, include: { attempts: true } })
  const sends = requests.filter(({ route, body }) => route === 'queue' && JSON.stringify(body).includes(id)).length
  const remote = jobs.filter((job) => job.prompt.includes(id) && job.state !== 'deleted')
  const why = JSON.stringify(row.note ?? row.problem)
  const found: string[] = []
  if (row.state !== expected.state) found.push(`is ${row.state}, not ${expected.state} (${why})`)
  if (sends !== expected.sends) found.push(`was sent ${sends} times, not ${expected.sends}`)
  if (row.attempts.length !== sends) found.push(`${row.attempts.length} attempts are recorded of ${sends} sends`)
  if (row.attempts.some(({ answeredAt }) => answeredAt === null)) found.push('an attempt has no evidence')
  if (struck === 0) found.push('the fault never struck, so this proves nothing')
  if (row.state === 'done' && expected.remote === 'deleted' && remote.length > 0) found.push('the vendor still has it')
  return found
}

/** The vendor's books, the database and the media folder against each other, for all that was pressed so far. */
export function judgeAll(rig: Rig): Violation[] {
  const { sandboxDir, dataDir, pressed } = rig
  const found = judge({ sandboxDir, dataDir, intents: pressed, settled: true })
  const nameOf = (about: string) => pressed.find(({ id }) => id === about)?.prompt ?? about
  return found.map(({ promise, about, what }) => `${nameOf(about)}: promise ${promise}: ${what}`)
}
