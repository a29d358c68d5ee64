/** The states of a generation, as in docs/architecture.md. One row of one table holds exactly one of them. */
export const STATES = [
  'waiting',
  'submitting',
  'awaiting_consent',
  'uncertain',
  'processing',
  'receiving',
  'stored',
  'done',
  'rejected',
  'cancelled',
  'failed',
  'lost',
  'quarantined',
] as const

export type GenerationState = (typeof STATES)[number]

/** What is paid for: a clip, or the words of a video (docs/decisions/014). */
export type GenerationKind = 'video' | 'transcript'

/** Which states may follow which. A change that is not listed here is a defect and is refused. */
export const TRANSITIONS: Record<GenerationState, readonly GenerationState[]> = {
  waiting: ['submitting', 'cancelled'],
  submitting: ['processing', 'rejected', 'waiting', 'awaiting_consent', 'uncertain'],
  awaiting_consent: ['waiting', 'cancelled'],
  // By the person, or by the answer itself when it comes after all.
  uncertain: ['processing', 'lost', 'rejected'],
  // `failed` also when the person gives it up.
  processing: ['receiving', 'failed', 'lost'],
  receiving: ['processing', 'stored', 'failed', 'lost', 'quarantined'],
  stored: ['done'],
  done: [],
  // The answer came after all, to one that the person had settled as not charged.
  rejected: ['processing'],
  cancelled: [],
  // By the person: asked for once more. It costs nothing, the job is paid.
  failed: ['processing'],
  lost: ['processing'],
  quarantined: ['receiving'],
}

/** The same for a transcript, whose answer is the product: it is never asked for and never received. */
export const TRANSCRIPT_TRANSITIONS: Partial<Record<GenerationState, readonly GenerationState[]>> = {
  waiting: ['submitting', 'cancelled'],
  submitting: ['done', 'rejected', 'waiting', 'uncertain'],
  uncertain: ['done', 'lost', 'rejected'],
  // The answer came after all, to one that the person had settled.
  rejected: ['done'],
  lost: ['done'],
}

/** States the engine moves on by itself. */
export const ACTIVE_STATES = [
  'waiting',
  'submitting',
  'processing',
  'receiving',
  'stored',
] as const satisfies GenerationState[]

/** States of what has left this machine and is not here yet. */
export const SENT_STATES = ['submitting', 'processing', 'receiving'] as const satisfies GenerationState[]

/** States that show under Running: `stored` already plays. */
export const RUNNING_STATES = ['waiting', ...SENT_STATES] as const satisfies GenerationState[]

/** States that wait for the person. */
export const ASKING_STATES = ['awaiting_consent', 'uncertain'] as const satisfies GenerationState[]

/** The word on screen for each state (ux.md: exactly these). */
export const STATE_WORDS: Record<GenerationState, string> = {
  waiting: 'Queued',
  submitting: 'Sending',
  awaiting_consent: 'Needs consent',
  uncertain: 'Maybe charged',
  processing: 'Generating',
  receiving: 'Receiving',
  stored: 'Ready',
  done: 'Ready',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  failed: 'Failed',
  lost: 'Lost',
  quarantined: 'Damaged',
}

/** Whether the table of its kind allows the step. */
export function canFollow(from: GenerationState, to: GenerationState, kind: GenerationKind = 'video'): boolean {
  return kind === 'video' ? TRANSITIONS[from].includes(to) : (TRANSCRIPT_TRANSITIONS[from] ?? []).includes(to)
}

/** Whether nothing will change any more without the person. */
export function isSettled(state: GenerationState): boolean {
  return !(RUNNING_STATES as readonly GenerationState[]).includes(state)
}
