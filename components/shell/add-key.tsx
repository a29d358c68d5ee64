import { Button } from '@/components/ui/button'

/** How to leave the sandbox. A native popover: it opens before any script has loaded. */
export function AddKey() {
  return (
    <>
      <button
        type="button"
        popoverTarget="add-key"
        className="relative text-ink underline decoration-ink-3 underline-offset-3 transition-colors after:absolute after:-inset-2 hover:decoration-ink"
      >
        Add a key
      </button>
      <div
        id="add-key"
        popover="auto"
        className="inset-x-4 top-26 m-0 max-w-100 rounded-card bg-popover p-4 text-ink shadow-popover md:right-auto md:left-24"
      >
        <h2 className="font-semibold text-prompt">From the sandbox to Venice</h2>
        <p className="mt-1 text-body text-ink-2">
          Put your key into the file <code className="font-mono text-small text-ink">.env</code> beside the studio, then
          start the studio again. What you made in the sandbox stays, kept apart.
        </p>
        <pre className="mt-3 overflow-x-auto rounded-control border border-line bg-surface-1 px-3 py-2 font-mono text-small">
          VENICE_API_KEY=your key
        </pre>
        <p className="mt-3 text-small text-ink-3">From then on every Generate spends money at Venice.</p>
        <Button kind="plain" size="bar" popoverTarget="add-key" popoverTargetAction="hide" className="mt-3">
          Close
        </Button>
      </div>
    </>
  )
}
