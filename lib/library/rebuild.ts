import 'server-only'
import type { Tx } from '@/lib/db/client'

/** The index of the search, from the texts. */
const INDEX = `INSERT INTO "LibrarySearch" ("LibrarySearch") VALUES ('rebuild')`

/** One after the other; the views and triggers are those of the migration `library` (docs/decisions/016). */
const STEPS = [
  // First too: the triggers on the texts take their old words out of it, and can't from one that is damaged.
  INDEX,
  `DELETE FROM "LibraryEntry" WHERE "generationId" NOT IN (SELECT "generationId" FROM "LibraryTruth")`,
  `INSERT INTO "LibraryStale" SELECT "id" FROM "Generation" ORDER BY "createdAt", "id"`,
  `DELETE FROM "LibraryText" WHERE "id" NOT IN (SELECT "id" FROM "LibraryTextTruth")`,
  `INSERT INTO "LibraryReworded" SELECT "id" FROM "Generation" ORDER BY "createdAt", "id"`,
  `DELETE FROM "LibraryCount"`,
  `INSERT INTO "LibraryCount" ("accountId", "shelf", "facet", "value", "clips", "bytes", "durationMs", "chargedMicroUsd")
   SELECT "accountId", "shelf", "facet", "value", "clips", "bytes", "durationMs", "chargedMicroUsd" FROM "LibraryCountTruth"`,
  INDEX,
]

/** Writes the library's read model anew from what it is made from. In a transaction. */
export async function rebuildLibrary(tx: Tx): Promise<void> {
  for (const step of STEPS) await tx.$executeRawUnsafe(step)
}
