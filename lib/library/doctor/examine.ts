import 'server-only'
import { TRANSACTION } from '@/lib/generations/store'
import { checkLibrary } from '@/lib/library/check'
import { checkDatabase } from '@/lib/library/doctor/database'
import { checkFiles, type FileCheck } from '@/lib/library/doctor/files'
import type { Finding } from '@/lib/library/doctor/finding'
import { checkLedger } from '@/lib/library/doctor/ledger'

/** Reading a ledger of 50,000 generations takes seconds; nobody is kept from writing meanwhile. */
const LONG = { ...TRANSACTION, timeout: 10 * 60_000 }

/**
 * Compares database, media folder, ledger and the library's read model with each other. Changes nothing; may be done while
 * the studio runs.
 */
export async function* examine(check: FileCheck): AsyncGenerator<Finding> {
  const { db } = check
  yield* await checkDatabase(db)
  yield* await db.$transaction((tx) => checkLedger(tx), LONG)
  for (const sentence of await checkLibrary(db)) yield { part: 'read model', about: 'the library', what: sentence }
  yield* checkFiles(check)
}
