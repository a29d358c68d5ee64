import { seedLibrary } from '@/tests/perf/seed-library'
import { type App, startApp } from '@/tests/support/app'

/** A studio with a library of so many generations. */
export async function startSeeded(count: number): Promise<App> {
  const empty = await startApp()
  // Its database and its account are there now; seeding goes faster when nobody looks on.
  await empty.kill()
  await seedLibrary(empty.dataDir, count)
  return startApp({ dataDir: empty.dataDir })
}
