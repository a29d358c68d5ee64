import 'server-only'
import type { Clock } from '@/lib/clock'
import { causeOf } from '@/lib/errors'
import { digestCatalogue } from '@/lib/models/digest'
import type { Catalogue, ModelOffer } from '@/lib/models/offer'
import type { Venice } from '@/lib/venice/client'
import { VeniceError } from '@/lib/venice/errors'

/** Models come and go by the week; a price is asked for anew at every quote. ms */
const FRESH = 10 * 60_000
/** After a failure, unless the vendor names a time: more than 20 failed requests in 30 s block the key. ms */
const RETRY_GAP = 30_000

/** The vendor's answer as it came, and when, ms since 1970. */
export interface CatalogueCopy {
  body: unknown
  readAt: number
}

/** Where the last good copy of each address is kept. */
export interface CatalogueCopies {
  load(baseUrl: string): Promise<CatalogueCopy | null>
  save(baseUrl: string, copy: CatalogueCopy): Promise<void>
}

export interface CatalogueReader {
  /**
   * At once when a copy is here, however old; an old one is refreshed meanwhile.
   * @throws VeniceError when there is no copy and Venice does not answer
   */
  read(): Promise<Catalogue>
  /**
   * Asks now; several callers share one request.
   * @throws VeniceError when there is no copy and Venice does not answer
   */
  refresh(): Promise<Catalogue>
}

interface CatalogueOptions {
  venice: Pick<Venice, 'listVideoModels'>
  baseUrl: string
  copies: CatalogueCopies
  now: Clock
}

interface Digest {
  models: ModelOffer[]
  readAt: number
}

interface Failure {
  error: VeniceError
  /** Not asked again before this, ms since 1970. */
  retryAt: number
}

/** The live catalogue of one address, as the form may offer it. */
export function createCatalogue({ venice, baseUrl, copies, now }: CatalogueOptions): CatalogueReader {
  let held: Digest | null = null
  let failure: Failure | null = null
  let asking: Promise<void> | null = null
  let loaded = false

  async function load(): Promise<void> {
    if (loaded) return
    const copy = await copies.load(baseUrl)
    if (copy) held ??= { models: digestCatalogue(copy.body), readAt: copy.readAt }
    loaded = true
  }

  async function ask(): Promise<void> {
    try {
      const body = await venice.listVideoModels()
      held = { models: digestUsable(body), readAt: now() }
      failure = null
      await keep({ body, readAt: held.readAt })
    } catch (cause) {
      const error = cause instanceof VeniceError ? cause : unreadable(causeOf(cause))
      failure = { error, retryAt: error.retryAt ?? now() + RETRY_GAP }
    }
  }

  async function keep(copy: CatalogueCopy): Promise<void> {
    // The stored copy only matters to a start without Venice, and every refresh writes it again: a database that is
    // busy now must not make a good list look like a failure.
    await copies.save(baseUrl, copy).catch(() => undefined)
  }

  function askOnce(): Promise<void> {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }

  function isDue(): boolean {
    const at = now()
    // A clock that was set back makes a copy look as if it came from the future.
    const isOld = held === null || at - held.readAt > FRESH || held.readAt > at
    return isOld && (failure === null || at >= failure.retryAt)
  }

  function current(): Catalogue {
    if (held) return { ...held, staleBecause: failure?.error.sentence ?? null }
    throw failure?.error ?? unreadable('no answer yet')
  }

  return {
    async read() {
      await load()
      const refreshing = isDue() ? askOnce() : asking
      if (!held) await refreshing
      return current()
    },
    async refresh() {
      await load()
      await askOnce()
      return current()
    },
  }
}

/** An answer without a single model is worse than the copy at hand. */
function digestUsable(body: unknown): ModelOffer[] {
  const models = digestCatalogue(body)
  if (models.length === 0) throw unreadable('no model in the answer')
  return models
}

function unreadable(cause: string): VeniceError {
  const sentence = 'Venice’s list of models cannot be read. Nothing was spent. Try again in a moment.'
  return new VeniceError('venice-unreadable', sentence, { cause })
}
