import { isRunning } from '@/components/generation/states'
import type { BoardView, GenerationView, Intent, SpendNow, StudioStatus } from '@/lib/generations/view'

/** The card of a press before the studio has answered: in line, its money held. */
export function expectedView(intent: Intent, modelName: string, status: StudioStatus, now: number): GenerationView {
  const { id, input, quotedMicroUsd } = intent
  return {
    id,
    version: 0,
    kind: 'video',
    state: 'waiting',
    account: { id: status.accountId, sandbox: status.mode === 'sandbox' },
    model: { id: input.modelId, name: modelName },
    input,
    quote: { microUsd: quotedMicroUsd, at: now },
    money: {
      label: 'Held',
      microUsd: quotedMicroUsd,
      asQuoted: false,
      billed: null,
      refundedMicroUsd: 0,
      refund: null,
    },
    progress: { averageMs: null, receivedBytes: null, totalBytes: null },
    note: null,
    problem: null,
    clip: null,
    queueId: null,
    remote: { state: 'none', until: null, clearedAt: null, nextAt: null },
    project: null,
    consent: null,
    starred: false,
    unseen: false,
    createdAt: now,
    sentAt: null,
    acceptedAt: null,
    mediaReadyAt: null,
    storedAt: null,
    endedAt: null,
  }
}

/**
 * The board with the card at the top of what runs, or brought up to date there. What an earlier press had bought may be
 * over: its place is the board's to tell, which is read anew.
 */
export function withRunning(board: BoardView, view: GenerationView): BoardView {
  if ([...board.needsYou, ...board.earlier].some(({ id }) => id === view.id)) return board
  const known = board.running.find(({ id }) => id === view.id)
  if (known && known.version >= view.version) return board
  if (!isRunning(view)) return withoutExpected(board, view.id)
  const spend = withHeld(board.spend, view, known ? 0 : quoteOf(view))
  return { ...board, spend, running: inPlace(board.running, view) }
}

/** What still waits keeps its place in line, or is the last there; what was sent is the newest of its kind. */
function inPlace(running: GenerationView[], view: GenerationView): GenerationView[] {
  const others = running.filter(({ id }) => id !== view.id)
  const at = running.findIndex(({ id }) => id === view.id)
  const waiting = others.filter(({ state }) => state === 'waiting').length
  return others.toSpliced(view.state === 'waiting' && at >= 0 ? at : waiting, 0, view)
}

/** The board without a card that was expected and did not come to be. */
export function withoutExpected(board: BoardView, id: string): BoardView {
  const expected = board.running.find((view) => view.id === id && view.version === 0)
  if (!expected) return board
  return {
    ...board,
    spend: withHeld(board.spend, expected, -quoteOf(expected)),
    running: board.running.filter((view) => view !== expected),
  }
}

const quoteOf = ({ quote }: GenerationView) => quote.microUsd ?? 0

function withHeld(spend: SpendNow, { project }: GenerationView, microUsd: number): SpendNow {
  const less = (left: number | null) => (left === null ? null : left - microUsd)
  return {
    ...spend,
    heldMicroUsd: spend.heldMicroUsd + microUsd,
    dayHeldMicroUsd: spend.dayHeldMicroUsd + microUsd,
    dayLeftMicroUsd: less(spend.dayLeftMicroUsd),
    projects: spend.projects.map((one) =>
      one.id === project?.id ? { ...one, leftMicroUsd: less(one.leftMicroUsd) } : one,
    ),
  }
}
