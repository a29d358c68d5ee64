/** While the figures are read: their places, so that nothing moves when they come. */
export default function SpendingLoading() {
  return (
    <>
      <header className="flex h-14 shrink-0 items-center border-line border-b px-4 md:h-(--header) md:px-6">
        <h1 className="font-semibold text-title">Spending</h1>
      </header>
      <main id="main" className="px-4 md:px-6">
        <p role="status" className="py-4 text-body text-ink-2">
          Adding up the ledger…
        </p>
        <div aria-hidden className="h-2.5 rounded-small bg-bar-track" />
      </main>
    </>
  )
}
