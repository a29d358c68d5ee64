import { ANSWERS, type Answer, nameOf } from '@/tests/faults/answers'
import { BODY_MODEL, type Call, DONE, type FaultCase, LINK_MODEL, type Outcome } from '@/tests/faults/case'

/** Refused before anything was bought, by the specification. */
const NOT_BOUGHT = [400, 401, 402, 403, 404, 413, 415]

/** Promise 3: every call, every answer. */
export const MATRIX: Record<Exclude<Call, 'quote'>, FaultCase[]> = {
  queue: casesOf('queue', BODY_MODEL, 1, afterQueue),
  retrieve: casesOf('retrieve', BODY_MODEL, 2, afterRetrieve),
  complete: casesOf('complete', BODY_MODEL, 2, afterComplete),
  download: casesOf('download', LINK_MODEL, 1, () => DONE),
  'download-delete': casesOf('download-delete', LINK_MODEL, 2, () => DONE),
}

function casesOf(on: Call, modelId: string, strikes: number, outcome: (answer: Answer) => Outcome): FaultCase[] {
  return ANSWERS.map((answer) => ({
    name: `${on} ${nameOf(answer)}`,
    on,
    modelId,
    fault: { ...answer },
    strikes,
    expected: outcome(answer),
  }))
}

function afterQueue(answer: Answer): Outcome {
  const unclear: Outcome = { ...DONE, state: 'uncertain' }
  if (answer.kind !== 'status') return unclear
  const { status, body } = answer
  if (status === 429) return { ...DONE, sends: 2 }
  if (status === 422 || NOT_BOUGHT.includes(status)) return { ...DONE, state: 'rejected' }
  if (status === 409 && body === 'right') return { ...DONE, state: 'awaiting_consent' }
  // A 204 has no body, so its receipt does not arrive.
  return status >= 200 && status < 300 && status !== 204 && body === 'right' ? DONE : unclear
}

/** Only a refusal that says why ends a paid job; everything else is asked again. */
function afterRetrieve(answer: Answer): Outcome {
  const refused = answer.kind === 'status' && answer.status === 422 && answer.body === 'right'
  return refused ? { ...DONE, state: 'failed' } : DONE
}

function afterComplete(answer: Answer): Outcome {
  const gone = answer.kind === 'status' && [404, 410].includes(answer.status)
  return gone ? { ...DONE, remote: 'said to be gone' } : DONE
}
