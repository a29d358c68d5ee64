import 'server-only'
import type { Tx } from '@/lib/db/client'

/**
 * The models an account bought from, and those a price is known for: a name that begins with another's is told apart
 * from it by knowing both, and somebody else may buy with the same key.
 */
export async function knownModels(db: Tx, accountId: string): Promise<string[]> {
  const bought = await db.generation.groupBy({ by: ['modelId'], where: { accountId } })
  const priced = await db.knownPrice.groupBy({ by: ['modelId'], where: { accountId } })
  return [...bought, ...priced].map(({ modelId }) => modelId)
}
