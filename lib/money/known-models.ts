import 'server-only'
import type { Tx } from '@/lib/db/client'

/** Every model an account bought from: a name that begins with another's is told apart from it by knowing both. */
export async function knownModels(db: Tx, accountId: string): Promise<string[]> {
  const models = await db.generation.groupBy({ by: ['modelId'], where: { accountId } })
  return models.map(({ modelId }) => modelId)
}
