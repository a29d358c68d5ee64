import { join } from 'node:path'
import type { Currency } from '../billing'
import { Journal } from './journal'

/** One movement of money. `microUsd` is positive for both kinds. */
export interface LedgerLine {
  at: string
  kind: 'charge' | 'refund'
  queueId: string
  model: string
  microUsd: number
  /** What it was billed in; absent: USD. */
  currency?: Currency
  requestId: string
  /** SHA-256 of the request's bytes, so a checker can tell a repeated send from a new one. */
  bodyHash: string
}

/** Every charge and refund of this sandbox, in `ledger.jsonl`, and the balance that follows from them. */
export class Ledger {
  private readonly journal: Journal<LedgerLine>
  private balance: number

  constructor(dir: string, balanceUsd: number) {
    this.journal = new Journal(join(dir, 'ledger.jsonl'))
    const spent = this.lines().reduce((sum, line) => sum - signed(line), 0)
    this.balance = Math.round(balanceUsd * 1e6) - spent
  }

  append(line: LedgerLine): void {
    this.journal.append(line)
    this.balance += signed(line)
  }

  lines(): readonly LedgerLine[] {
    return this.journal.lines()
  }

  /** What is left, in µUSD. */
  balanceMicroUsd(): number {
    return this.balance
  }

  /** Sets what is left, for this run of the sandbox; the lines stay as they are. */
  setBalance(microUsd: number): void {
    this.balance = microUsd
  }

  /** The charge of a job. */
  chargeOf(queueId: string): LedgerLine | undefined {
    return this.lines().find((line) => line.kind === 'charge' && line.queueId === queueId)
  }

  hasRefund(queueId: string): boolean {
    return this.lines().some((line) => line.kind === 'refund' && line.queueId === queueId)
  }

  close(): void {
    this.journal.close()
  }
}

const signed = (line: LedgerLine) => (line.kind === 'charge' ? -line.microUsd : line.microUsd)
