import 'server-only'
import { studioAccount } from '@/lib/account'
import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { environment } from '@/lib/env'
import type { Prisma } from '@/lib/generated/prisma/client'
import { type CatalogueCopies, createCatalogue } from '@/lib/models/catalogue'
import { applyLessons } from '@/lib/models/lessons'
import type { Catalogue, ModelOffer, PriceHint } from '@/lib/models/offer'
import type { PriceStore } from '@/lib/models/prices'
import { once } from '@/lib/once'

const studioCatalogue = () =>
  once('catalogue', async () => {
    const [{ access, id }, venice] = await Promise.all([studioAccount(), studioVenice()])
    return createCatalogue({ venice, baseUrl: access.baseUrl, copies: await storedCopies(id), now: systemClock })
  })

/**
 * The catalogue, at once when a copy is here.
 * @throws VeniceError when Venice does not answer and there is no copy
 */
export async function readCatalogue(): Promise<Catalogue> {
  const [catalogue, { id: accountId }, db] = await Promise.all([studioCatalogue(), studioAccount(), studioDb()])
  const [read, lessons] = await Promise.all([catalogue.read(), db.modelLesson.findMany({ where: { accountId } })])
  const models = applyLessons(read.models, lessons)
  if (environment().publicUrl === null) return { ...read, models }
  return { ...read, models: models.map((model) => ({ ...model, filesByLink: true })) }
}

/** What a model takes, or null when the catalogue does not list it. */
export async function findOffer(modelId: string): Promise<ModelOffer | null> {
  const { models } = await readCatalogue()
  return models.find((model) => model.id === modelId) ?? null
}

/** The last good copies, by account: the sandbox's address changes with each start, its account does not. */
async function storedCopies(accountId: string): Promise<CatalogueCopies> {
  const db = await studioDb()
  return {
    async load() {
      const row = await db.catalogueCopy.findUnique({ where: { accountId } })
      return row && { body: row.body, readAt: row.readAt.getTime() }
    },
    async save(_baseUrl, { body, readAt }) {
      const copy = { body: body as Prisma.InputJsonValue, readAt: new Date(readAt) }
      await db.catalogueCopy.upsert({ where: { accountId }, create: { accountId, ...copy }, update: copy })
    },
  }
}

/** The prices known for the picker: the cheapest one of each model. */
export async function readPriceHints(): Promise<PriceHint[]> {
  return priceStore.all()
}

/** Where prices are kept for the picker, those of the form and those of the background watch. */
export const priceStore: PriceStore = {
  async all() {
    const [db, { id: accountId }] = await Promise.all([studioDb(), studioAccount()])
    const rows = await db.knownPrice.findMany({ where: { accountId }, orderBy: { microUsd: 'asc' } })
    const cheapest = new Map<string, PriceHint>()
    for (const { modelId, microUsd, at } of rows) {
      if (!cheapest.has(modelId)) cheapest.set(modelId, { modelId, microUsd: Number(microUsd), at: at.getTime() })
    }
    return [...cheapest.values()]
  },
  async save({ modelId, microUsd, at, pricingKey }) {
    const [db, { id: accountId }] = await Promise.all([studioDb(), studioAccount()])
    const price = { microUsd: BigInt(microUsd), at: new Date(at) }
    await db.knownPrice.upsert({
      where: { accountId_pricingKey: { accountId, pricingKey } },
      create: { accountId, pricingKey, modelId, ...price },
      update: price,
    })
  },
}
