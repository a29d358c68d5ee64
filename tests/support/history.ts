import { reconcile } from '@/lib/generations/reconcile'
import type { GenerationView } from '@/lib/generations/view'
import { createVenice } from '@/lib/venice/client'
import { type openTestStudio, press, pricedIntent, smallestInput, untilState } from '@/tests/support/studio'

export type TestStudio = Awaited<ReturnType<typeof openTestStudio>>

const MINUTE = 60_000

/** Reads the history of the studio's account over HTTP, as it would be done so many minutes from now. */
export async function compare(studio: TestStudio, minutesFromNow: number) {
  const { account, db } = studio
  await reconcile({
    accountId: account.id,
    db,
    venice: createVenice(account.access),
    now: () => Date.now() + minutesFromNow * MINUTE,
    signal: new AbortController().signal,
  })
}

const BOUGHT: GenerationView['state'][] = ['processing', 'receiving', 'stored', 'done']

/** Generates with the smallest input a model takes, and waits until it is bought, or for one of the states. */
export async function bought(model: string, prompt: string, states: GenerationView['state'][] = BOUGHT) {
  const intent = await pricedIntent(await smallestInput(model, prompt))
  await press(intent)
  const generation = await untilState(intent.id, states)
  return { id: intent.id, quoted: intent.quotedMicroUsd, generation }
}

/** The lines of one generation's ledger: kind, µUSD, and on whose word. */
export async function linesOf({ db }: TestStudio, generationId: string) {
  const lines = await db.ledgerEntry.findMany({ where: { generationId }, orderBy: { id: 'asc' } })
  return lines.map((line) => [line.kind, Number(line.microUsd), basisOf(line.evidence)])
}

function basisOf(evidence: unknown): unknown {
  return typeof evidence === 'object' && evidence !== null && 'basis' in evidence ? evidence.basis : null
}

/** What each job cost by the sandbox's own books, µUSD. */
export async function booksOf({ control }: TestStudio): Promise<Map<string, number>> {
  const costs = new Map<string, number>()
  for (const { kind, queueId, microUsd } of await control.ledger()) {
    costs.set(queueId, (costs.get(queueId) ?? 0) + (kind === 'charge' ? microUsd : -microUsd))
  }
  return costs
}

/** What is committed of all days together, µUSD. */
export async function talliedOf({ db, account }: TestStudio): Promise<number> {
  const tallies = await db.spendTally.findMany({ where: { accountId: account.id, scope: 'day' } })
  return tallies.reduce((sum, tally) => sum + Number(tally.microUsd), 0)
}
