import { isSettled } from '@/lib/generations/state'
import type { Evidence, Violation } from '@/tests/support/judge'
import type { StudioGeneration } from '@/tests/support/studio-books'

/** Outcomes of an attempt after which the request may go out again: nothing was bought. */
const PROVES_NOTHING_BOUGHT = ['limited', 'unsent', 'consent']
/** Where a generation may be whose answer was lost; the last two only by the person's own word. */
const ANSWER_LOST = ['submitting', 'uncertain', 'lost', 'rejected']
/** Whose end must say why. `cancelled` is the person's own wish. */
const FAILURES = ['uncertain', 'rejected', 'failed', 'lost', 'quarantined']

/** Promises 1, 2 and 3: what was bought was confirmed, once, and is remembered; every end has its evidence. */
export function judgeBuying(evidence: Evidence): Violation[] {
  return [
    ...evidence.studio.damage.map((what) => violation('the database', what)),
    ...chargedOnce(evidence),
    ...chargesHaveGenerations(evidence),
    ...generationsHaveIntents(evidence),
    ...sentOnce(evidence),
    ...sendsAreRecorded(evidence),
    ...endsHaveEvidence(evidence),
    ...(evidence.settled ? everythingSettled(evidence) : []),
  ]
}

const violation = (about: string, what: string, promise = 1): Violation => ({ promise, about, what })

/** Clips of one prompt and model can't be told apart in the sandbox's books, so they are counted together. */
const kindOf = ({ modelId, prompt }: { modelId: string; prompt: string }) => JSON.stringify([modelId, prompt])

function countBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return groups
}

function chargesByKind({ sandbox }: Evidence): Map<string, { queueId: string }[]> {
  return countBy(sandbox.charges, ({ queueId }) => {
    const job = sandbox.jobs.get(queueId)
    return job ? kindOf({ modelId: job.model, prompt: job.prompt }) : 'a charge without a job'
  })
}

function chargedOnce(evidence: Evidence): Violation[] {
  const confirmed = countBy(evidence.intents, kindOf)
  return [...chargesByKind(evidence)].flatMap(([kind, charges]) => {
    const most = confirmed.get(kind)?.length ?? 0
    return charges.length > most ? [violation(kind, `${charges.length} charges for ${most} confirmed intents`)] : []
  })
}

function chargesHaveGenerations(evidence: Evidence): Violation[] {
  const { generations } = evidence.studio
  const known = countBy(
    generations.filter(({ queueId }) => queueId !== null),
    ({ queueId }) => queueId ?? '',
  )
  const unanswered = countBy(generations.filter(isUnanswered), kindOf)
  const twice = [...known].flatMap(([queueId, rows]) =>
    rows.length > 1 ? [violation(queueId, `${rows.length} generations have this job`)] : [],
  )
  const charged = new Set(evidence.sandbox.charges.map(({ queueId }) => queueId))
  const invented = [...known.keys()]
    .filter((queueId) => !charged.has(queueId))
    .map((queueId) => violation(queueId, 'a generation has a job that was never sold'))
  const orphans = [...chargesByKind(evidence)].flatMap(([kind, charges]) => {
    const lost = charges.filter(({ queueId }) => !known.has(queueId)).length
    const most = unanswered.get(kind)?.length ?? 0
    return lost > most ? [violation(kind, `${lost} charges are in no generation, and only ${most} may be charged`)] : []
  })
  return [...twice, ...invented, ...orphans]
}

const isUnanswered = ({ queueId, state }: StudioGeneration) => queueId === null && ANSWER_LOST.includes(state)

function generationsHaveIntents({ studio, intents }: Evidence): Violation[] {
  const confirmed = new Set(intents.map(({ id }) => id))
  return studio.generations.flatMap(({ id }) => (confirmed.has(id) ? [] : [violation(id, 'nobody confirmed it')]))
}

/** Every attempt but the last proves that nothing was bought. */
function sentOnce({ studio }: Evidence): Violation[] {
  return studio.attempts.flatMap(({ generationId, number, outcome, evidence }) => {
    const isLast = !studio.attempts.some((later) => later.generationId === generationId && later.number > number)
    const proven = outcome !== null && PROVES_NOTHING_BOUGHT.includes(outcome) && evidence !== null
    if (isLast || proven) return []
    return [violation(generationId, `sent again after attempt ${number}, whose outcome is ${outcome}`, 2)]
  })
}

function sendsAreRecorded({ studio, sends = [] }: Evidence): Violation[] {
  const recorded = countBy(
    studio.attempts.flatMap(({ generationId }) => studio.generations.filter(({ id }) => id === generationId)),
    kindOf,
  )
  const arrived = countBy(sends, ({ model, prompt }) => kindOf({ modelId: model, prompt }))
  return [...arrived].flatMap(([kind, requests]) => {
    const most = recorded.get(kind)?.length ?? 0
    return requests.length > most ? [violation(kind, `${requests.length} sends, ${most} of them recorded`)] : []
  })
}

function endsHaveEvidence({ studio }: Evidence): Violation[] {
  return studio.generations.flatMap(({ id, state, problem }) =>
    FAILURES.includes(state) && !hasWords(problem) ? [violation(id, `${state} without saying why`, 3)] : [],
  )
}

const hasWords = (problem: Record<string, unknown> | null) =>
  typeof problem?.code === 'string' && typeof problem.sentence === 'string' && problem.sentence !== ''

function everythingSettled({ studio }: Evidence): Violation[] {
  return studio.generations.flatMap(({ id, state }) =>
    isSettled(state) && state !== 'stored' ? [] : [violation(id, `it stays ${state}`)],
  )
}
