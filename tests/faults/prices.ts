import { pricingOf } from '@/lib/generations/pricing-key'
import { quoteGeneration } from '@/lib/generations/quote'
import { ANSWERS, type Answer, nameOf } from '@/tests/faults/answers'
import { begin, endFaults, untilSettled, type Violation } from '@/tests/faults/carry'
import { DONE } from '@/tests/faults/case'
import { lookInto } from '@/tests/faults/check'
import type { Group } from '@/tests/faults/group'
import type { Rig } from '@/tests/faults/rig'
import { smallestInput } from '@/tests/support/studio'

/** Nothing else in a run asks for its price. */
const MODEL = 'lagoon-1-fast-text-to-video'
/** An hour: long enough that a price is asked for again before it is paid. */
const HOUR = 60 * 60_000
const PATIENCE = 1500

/** The price, on the button and once more before it is paid: no answer makes one up, breaks the form or buys unpriced. */
export const PRICES: Group = {
  name: 'quote',
  async run(rig, choose) {
    const answers = choose(ANSWERS)
    const violations: Violation[] = []
    rig.clock.leap(HOUR)
    for (const answer of answers) {
      const found = [...(await onTheButton(rig, answer)), ...(await beforePaying(rig, answer))]
      violations.push(...found.map((what) => `quote ${nameOf(answer)}: ${what}`))
    }
    return { boundaries: answers.length, runs: 2 * answers.length, violations }
  },
}

async function onTheButton(rig: Rig, answer: Answer): Promise<Violation[]> {
  const pricing = pricingOf(await smallestInput(MODEL, 'priced'))
  const ask = () => quoteGeneration(pricing, { signal: AbortSignal.timeout(PATIENCE), fresh: true })
  const price = await ask()
  await rig.control.fault({ on: 'quote', fault: { ...answer }, match: { model: MODEL } })
  const struck = await ask()
  const after = await ask()
  if (!price.ok || !after.ok) return ['a sound vendor gave no price']
  if (after.quote.microUsd !== price.quote.microUsd) return ['the price changed']
  const isPrice = answer.kind === 'status' && answer.status === 200 && answer.body === 'right'
  if (struck.ok !== isPrice) return [`gave ${JSON.stringify(struck)}`]
  return struck.ok || struck.sentence.includes('Nothing was spent') ? [] : [`says only: ${struck.sentence}`]
}

/** Twice no price: it waits, and is bought once there is one. */
async function beforePaying(rig: Rig, answer: Answer): Promise<Violation[]> {
  const deed = await begin(rig, {
    name: `quote ${nameOf(answer)}`,
    on: 'quote',
    modelId: MODEL,
    fault: { ...answer },
    strikes: 2,
    expected: DONE,
  })
  await untilSettled(rig, [deed])
  await endFaults(rig, [deed])
  return lookInto(rig, [deed])
}
