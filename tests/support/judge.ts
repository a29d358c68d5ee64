import { judgeBuying } from '@/tests/support/judge-buying'
import { judgeMedia } from '@/tests/support/judge-media'
import { judgeMoney } from '@/tests/support/judge-money'
import { readSandboxBooks, type SandboxBooks } from '@/tests/support/sandbox-books'
import { readStudioBooks, type StudioBooks } from '@/tests/support/studio-books'

/** What a person confirmed by pressing Generate. */
export interface Confirmed {
  id: string
  modelId: string
  prompt: string
}

/** A queue request as the sandbox's log shows it (`control.requests()`, route `queue`). */
export interface Sent {
  model: string
  prompt: string
}

export interface Scene {
  /** The sandbox's `--dir`: `ledger.jsonl`, `jobs.jsonl`, `footage/`. */
  sandboxDir: string
  /** The studio's SQUERO_DATA_DIR. */
  dataDir: string
  intents: readonly Confirmed[]
  /** Nothing runs any more: what must be true in the end is judged as well as what must be true at any instruction. */
  settled: boolean
  /** Queue ids in the sandbox's books that are of something else: an earlier run on the same sandbox. */
  ignore?: ReadonlySet<string>
  /** What reached the sandbox's queue, if its log is whole. */
  sends?: readonly Sent[]
}

export interface Violation {
  /** Of docs/promises: what was broken. */
  promise: number
  /** A generation, queue id or file. */
  about: string
  what: string
}

/** All that a rule may look at. */
export interface Evidence extends Scene {
  studio: StudioBooks
  sandbox: SandboxBooks
}

/**
 * Judges a studio from outside: the sandbox's fsynced books against the studio's database file and its media folder.
 * The studio should not be running, or be quiet. An empty answer is a pass.
 */
export function judge(scene: Scene): Violation[] {
  const evidence: Evidence = {
    ...scene,
    studio: readStudioBooks(scene.dataDir),
    sandbox: readSandboxBooks(scene.sandboxDir, scene.ignore),
  }
  return [...judgeBuying(evidence), ...judgeMoney(evidence), ...judgeMedia(evidence)]
}

/** One line a violation, for a report. */
export const toldOf = ({ promise, about, what }: Violation) => `promise ${promise}: ${about}: ${what}`
