import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { studioDb } from '@/lib/db/client'

/** Everything an archive must bring back, in an order of its own, without what belongs to one studio alone. */
export async function everythingOf(dataDir: string) {
  const db = await studioDb()
  const generations = await db.generation.findMany({
    orderBy: { id: 'asc' },
    include: {
      attempts: { orderBy: { number: 'asc' }, omit: { id: true } },
      ledger: { orderBy: [{ kind: 'asc' }, { number: 'asc' }], omit: { id: true } },
      uses: { orderBy: { assetHash: 'asc' } },
      tags: { include: { tag: { omit: { id: true } } }, omit: { tagId: true } },
      transcript: true,
      entry: { omit: { id: true } },
    },
    omit: {
      version: true,
      downloadUrl: true,
      downloadGets: true,
      dueAt: true,
      position: true,
      leaseOwner: true,
      leaseUntil: true,
      failures: true,
      askedAt: true,
      partial: true,
      receivedBytes: true,
      totalBytes: true,
    },
  })
  const plain = {
    generations: generations.map((row) => ({ ...row, tags: row.tags.toSorted(byName) })),
    assets: await db.asset.findMany({ orderBy: { hash: 'asc' } }),
    derivatives: await db.derivative.findMany({
      orderBy: [{ assetHash: 'asc' }, { kind: 'asc' }],
      select: { assetHash: true, kind: true, mime: true, width: true, height: true },
    }),
    projects: await db.project.findMany({ orderBy: { id: 'asc' } }),
    tags: await db.tag.findMany({ orderBy: { key: 'asc' }, select: { accountId: true, name: true, key: true } }),
    searches: await db.savedSearch.findMany({ orderBy: { id: 'asc' } }),
    rules: await db.spendingRules.findMany({ orderBy: { accountId: 'asc' } }),
    tallies: (await db.spendTally.findMany())
      .filter(({ microUsd }) => microUsd !== 0n)
      .map(told)
      .sort(),
    usage: await db.usageEntry.findMany({ orderBy: { identity: 'asc' }, omit: { id: true } }),
    accounts: (await db.account.findMany({ orderBy: { id: 'asc' } })).map(({ id, baseUrl, sandbox }) => ({
      id,
      baseUrl,
      sandbox,
    })),
    files: filesOf(dataDir),
  }
  return JSON.parse(JSON.stringify(plain, (_, value) => (typeof value === 'bigint' ? Number(value) : value)))
}

const byName = (a: { tag: { name: string } }, b: { tag: { name: string } }) => a.tag.name.localeCompare(b.tag.name)

const told = (row: { accountId: string; scope: string; key: string; microUsd: bigint }) =>
  `${row.accountId} ${row.scope} ${row.key} ${row.microUsd}`

/** Clips and uploads by name, with the hash of what is in them; posters are made anew and differ. */
export function filesOf(dataDir: string): string[] {
  return ['clips', 'uploads', 'quarantine'].flatMap((folder) => {
    const path = join(dataDir, 'media', folder)
    const names = readdirSync(path).filter((name) => !name.endsWith('.part'))
    return names.sort().map((name) => `${folder}/${name} ${hashOf(join(path, name))}`)
  })
}

const hashOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** In this order nothing refers to what is deleted. */
const TABLES = [
  'GenerationTag',
  'Tag',
  'SavedSearch',
  'AssetUse',
  'Derivative',
  'UsageEntry',
  'LedgerEntry',
  'Attempt',
  'Transcript',
  'Generation',
  'Project',
  'SpendTally',
  'SpendingRules',
  'Asset',
]

/** As in a studio that was just installed: no rows, but for the account in use, and no files. */
export async function wipe(dataDir: string, accountInUse: string): Promise<void> {
  const db = await studioDb()
  await db.$executeRawUnsafe('UPDATE "Generation" SET "fromId" = NULL')
  await db.$executeRawUnsafe('UPDATE "Project" SET "parentId" = NULL')
  for (const table of TABLES) await db.$executeRawUnsafe(`DELETE FROM "${table}"`)
  await db.account.deleteMany({ where: { id: { not: accountInUse } } })
  for (const folder of ['clips', 'uploads', 'quarantine', 'derivatives']) {
    const path = join(dataDir, 'media', folder)
    for (const name of readdirSync(path)) rmSync(join(path, name))
  }
}
