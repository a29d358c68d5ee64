/** Runs once when the server starts, before it answers: database, sandbox and engine are up before the first page. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openStudio } = await import('@/lib/engine/open')
    await openStudio()
  }
}
