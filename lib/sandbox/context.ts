import type { Billing } from './billing'
import type { Catalogue } from './catalogue'
import type { Now } from './clock'
import type { Studio } from './footage/studio'
import type { Limits } from './limits'
import type { Jobs } from './store/jobs'
import type { Ledger } from './store/ledger'

/** What the routes share: the stores, and the few things the control path may turn. */
export interface Context {
  /** Which books are kept here (see `booksOf`). */
  books: string
  now: Now
  apiKey: string
  /** The server's own address, for `download_url`. Known once it listens. */
  origin: string
  catalogue: Catalogue
  ledger: Ledger
  jobs: Jobs
  studio: Studio
  limits: Limits
  /** Divides every job's time. */
  speed: number
  prices: Prices
  billing: Billing
}

/** Market factors set by the control path: for all models, or for one. */
export class Prices {
  private all = 1
  private readonly byModel = new Map<string, number>()

  set(factor: number, model?: string): void {
    if (model === undefined) this.all = factor
    else this.byModel.set(model, factor)
  }

  factor(model: string): number {
    return this.all * (this.byModel.get(model) ?? 1)
  }
}
