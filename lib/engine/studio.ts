import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { startEmptyingBin } from '@/lib/engine/bin'
import { createBudget } from '@/lib/engine/budget'
import { startDeriving } from '@/lib/engine/derive'
import { type Engine, startEngine } from '@/lib/engine/engine'
import { freeLeases } from '@/lib/engine/free-leases'
import { newOwner, startOfProcess, thisPlace } from '@/lib/engine/owner'
import { startReconciling } from '@/lib/engine/reconcile'
import { spareLinks } from '@/lib/engine/spare-links'
import { startSweeping } from '@/lib/engine/sweep'
import { causeOf } from '@/lib/errors'
import { mediaFolder } from '@/lib/generations/media-folder'
import { pricingKey } from '@/lib/generations/pricing-key'
import { forgetQuotes } from '@/lib/generations/quote'
import { log } from '@/lib/log'
import type { Choices } from '@/lib/models/fit'
import { createPriceWatch } from '@/lib/models/prices'
import { priceStore, readCatalogue } from '@/lib/models/server'
import { forget, once } from '@/lib/once'
import type { Venice } from '@/lib/venice/client'

interface Studio {
  engine: Engine
  /** Ends what works by itself; the database stays open. */
  rest(): Promise<void>
  stop(): Promise<void>
}

const studio = once('studio', () => ({ running: null as Promise<Studio> | null }))

/** Starts what works without a browser: the engine, posters and previews, prices for the picker. Once per process. */
export function startStudio(): Promise<Studio> {
  studio.running ??= start()
  return studio.running
}

/**
 * Begins anew with the key that is set now: what works by itself ends in order first, and jobs of the key before wait
 * until that one is back.
 */
export function changeAccount(): Promise<Studio> {
  const before = studio.running
  const next = async () => {
    await (await before)?.rest()
    forget('account', 'venice', 'catalogue')
    forgetQuotes()
    return start()
  }
  studio.running = next()
  return studio.running
}

/** Tells the engine that something may be due now. */
export function wakeEngine(): void {
  studio.running?.then(
    ({ engine }) => engine.wake(),
    () => undefined,
  )
}

async function start(): Promise<Studio> {
  const [account, db, venice, folder] = await Promise.all([studioAccount(), studioDb(), studioVenice(), mediaFolder()])
  const place = thisPlace()
  await freeLeases(db, place, startOfProcess)
  await spareLinks(db, account.id, systemClock())
  const engine = startEngine({
    accountId: account.id,
    owner: newOwner(place),
    db,
    venice,
    folder,
    budget: createBudget(db, account.id),
    now: systemClock,
  })
  const deriving = startDeriving(folder)
  const pricing = startPricing(venice)
  const reconciling = startReconciling({ accountId: account.id, db, venice, now: systemClock })
  const emptying = startEmptyingBin({ db, now: systemClock })
  const sweeping = startSweeping(db, folder, systemClock)
  const rest = async () => {
    await Promise.all([engine, deriving, pricing, reconciling, emptying, sweeping].map((part) => part.stop()))
    await account.sandbox?.close()
  }
  return {
    engine,
    rest,
    async stop() {
      await rest()
      await db.$disconnect()
    },
  }
}

/** Keeps the picker's prices fresh in the background: quotes are free. */
function startPricing(venice: Venice): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const watch = createPriceWatch({ venice, prices: priceStore, now: systemClock, keyOf: keyOfChoices })
  const running = watch
    .run(readCatalogue, stopping.signal)
    .catch((error: unknown) => log.error({ cause: causeOf(error) }, 'prices for the picker are not refreshed any more'))
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}

const keyOfChoices = (modelId: string, choices: Choices) =>
  pricingKey({ modelId, ...choices, video: null, referenceSeconds: null })
