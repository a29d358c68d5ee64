import 'server-only'
import { TRANSACTION } from '@/lib/generations/store'
import { PLACES, type UsageRecord, usageShape } from '@/lib/library/archive/format'
import type { Scene } from '@/lib/library/archive/import/scene'

/** Written in one commit. */
const AT_ONCE = 200

/** What was read of the vendor's usage history: each entry once, belonging to the generation it belonged to. */
export async function importUsage(scene: Scene): Promise<void> {
  let batch: UsageRecord[] = []
  for await (const record of scene.archive.records(PLACES.usage, usageShape)) {
    if (record && scene.accounts.has(record.accountId)) batch.push(record)
    if (batch.length < AT_ONCE) continue
    await keep(scene, batch)
    batch = []
  }
  if (batch.length > 0) await keep(scene, batch)
}

async function keep({ db, report }: Scene, records: readonly UsageRecord[]): Promise<void> {
  report.usage += await db.$transaction(async (tx) => {
    // Changes nothing, and takes the write lock before anything is read.
    await tx.usageEntry.updateMany({ where: { identity: '' }, data: { sku: '' } })
    let added = 0
    for (const { accountId, identity, generationId, role, amountMicro, at, body, ...rest } of records) {
      if ((await tx.usageEntry.count({ where: { accountId, identity } })) > 0) continue
      const row = { ...rest, accountId, identity, amountMicro: BigInt(amountMicro), at: new Date(at), body: body ?? {} }
      const owner = generationId !== null && role !== null ? { generationId, role } : null
      const free = owner && (await isFree(tx, accountId, owner))
      await tx.usageEntry.create({ data: free ? { ...row, ...owner } : row })
      added += 1
    }
    return added
  }, TRANSACTION)
}

type Tx = Parameters<Parameters<Scene['db']['$transaction']>[0]>[0]

/** The generation is here, and has no entry of this role yet. */
async function isFree(
  tx: Tx,
  accountId: string,
  { generationId, role }: { generationId: string; role: 'charge' | 'refund' },
): Promise<boolean> {
  const here = await tx.generation.count({ where: { id: generationId, accountId } })
  return here > 0 && (await tx.usageEntry.count({ where: { generationId, role } })) === 0
}
