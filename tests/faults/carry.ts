import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/clock'
import type { GenerationInput } from '@/lib/generations/input'
import { ACTIVE_STATES } from '@/lib/generations/state'
import { submitGeneration } from '@/lib/generations/submit'
import type { FaultCase } from '@/tests/faults/case'
import { type Deed, lookInto } from '@/tests/faults/check'
import type { Rig } from '@/tests/faults/rig'
import { pricedIntent, smallestInput } from '@/tests/support/studio'

/** So many jobs side by side: the sandbox remembers the requests of one batch and more. */
const BATCH = 80
/** Nothing takes this long, ms: what has not ended by then hangs. */
const DEADLINE = 120_000

/** A broken promise, in a sentence. */
export type Violation = string

/** Carries every case through, many side by side, and looks at what became of it. */
export async function carryAll(rig: Rig, cases: readonly FaultCase[]): Promise<Violation[]> {
  const left = rig.chance.shuffled(cases)
  const violations: Violation[] = []
  while (left.length > 0) {
    const batch = left.splice(0, BATCH)
    const deeds: Deed[] = []
    for (const one of batch) deeds.push(await begin(rig, one))
    await untilSettled(rig, deeds)
    await endFaults(rig, deeds)
    violations.push(...(await lookInto(rig, deeds)))
  }
  return violations
}

/** Orders the fault and presses Generate. */
export async function begin(rig: Rig, one: FaultCase): Promise<Deed> {
  const id = rig.chance.uuid()
  const prompt = `${one.name} #${id}#`
  const input = await smallestInput(one.modelId, prompt)
  rig.lay(input)
  const { on, fault, strikes: times } = one
  // A question for a price names no prompt.
  const match = on === 'quote' ? { model: one.modelId } : { promptIncludes: id }
  await rig.control.fault({ on, fault, times, match })
  await press(rig, id, input)
  return { case: one, id, struck: 0 }
}

/** The vendor is sound from here on; what struck until now is noted. */
export async function endFaults(rig: Rig, deeds: readonly Deed[]): Promise<void> {
  const orders = await rig.control.faults()
  for (const deed of deeds) {
    const { on, strikes } = deed.case
    const order = orders.find((one) => one.on === on && (on === 'quote' || one.match.promptIncludes === deed.id))
    deed.struck = strikes - (order?.times ?? 0)
  }
  await rig.control.clearFaults()
}

async function press(rig: Rig, id: string, input: GenerationInput): Promise<void> {
  const result = await submitGeneration(await pricedIntent(input, id))
  if (result.kind !== 'accepted') throw new Error(`The press was not taken: ${JSON.stringify(result)}`)
  rig.pressed.push({ id, modelId: input.modelId, prompt: input.prompt })
  rig.wake()
}

/** Waits until nothing moves any more; what still does after two minutes is for the check to find. */
export async function untilSettled(rig: Rig, deeds: readonly Deed[]): Promise<void> {
  const start = systemClock()
  while ((await isMoving(rig, deeds)) && systemClock() - start < DEADLINE) await sleep(50)
}

/** Whether the engine has anything left to do for one of them. */
export async function isMoving(rig: Rig, deeds: readonly Deed[]): Promise<boolean> {
  const where = { id: { in: deeds.map((deed) => deed.id) }, state: { in: [...ACTIVE_STATES] } }
  return (await rig.db.generation.count({ where })) > 0
}
