import 'server-only'
import type { Db } from '@/lib/db/client'
import { inPages, type Page } from '@/lib/db/in-pages'
import type { Generation } from '@/lib/generated/prisma/client'
import { modelsOf } from '@/lib/generations/reconcile-claims'
import { quoteOf } from '@/lib/generations/to-view'
import type { UsageNearView } from '@/lib/generations/unclear-view'
import { knownModels } from '@/lib/money/known-models'
import { skuReader } from '@/lib/money/sku'
import type { Span } from '@/lib/money/usage-schedule'
import { readUsageEntry } from '@/lib/venice/usage-entry'

/** A person compares a few entries, not a page of them. */
const LISTED = 50

type Asked = Pick<Generation, 'id' | 'accountId' | 'kind' | 'modelId' | 'queueModel' | 'quoteMicroUsd' | 'sentAt'>

/** What the history shows around a request, as far as it was read; what fits best comes first. */
export async function readUsageAround(db: Db, row: Asked, { from, to }: Span): Promise<UsageNearView[]> {
  const where = { accountId: row.accountId, at: { gte: new Date(from), lte: new Date(to) } }
  const include = { generation: { select: { id: true, prompt: true } } }
  const entries = await inPages((page: Page<number>) =>
    db.usageEntry.findMany({ where, include, orderBy: { id: 'asc' }, ...page }),
  )
  const sellsOne = skuReader([...(await knownModels(db, row.accountId)), ...modelsOf(row)])
  const quoted = quoteOf(row)
  const sentAt = row.sentAt?.getTime() ?? 0
  const views = entries.map((entry): UsageNearView => {
    const { id, sku, currency, generation: belongsTo } = entry
    const amountMicro = Number(entry.amountMicro)
    const at = entry.at.getTime()
    return {
      id,
      at,
      sku,
      amountMicro,
      currency,
      notes: readUsageEntry(entry.body)?.notes ?? '',
      sameModel: sellsOne(sku, modelsOf(row)),
      sameAmount: quoted === null ? null : currency === 'USD' && amountMicro === -quoted,
      apartMs: at - sentAt,
      belongsTo,
    }
  })
  return views
    .sort((a, b) => unfit(a, row.id) - unfit(b, row.id) || Math.abs(a.apartMs) - Math.abs(b.apartMs))
    .slice(0, LISTED)
}

/** The smaller, the more it looks like the charge in question: the same model, not known to be another's, the same amount. */
function unfit({ sameModel, sameAmount, belongsTo }: UsageNearView, id: string): number {
  const anothers = belongsTo !== null && belongsTo.id !== id
  return (sameModel ? 0 : 4) + (anothers ? 2 : 0) + (sameAmount ? 0 : 1)
}
