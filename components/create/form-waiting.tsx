/** The form's outline while Venice is asked for its models for the first time. Nothing in it moves. */
export function FormWaiting() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-1 flex-col gap-4 px-4 pt-4 pb-5 md:px-6 md:pt-5">
        <p role="status" className="text-small text-ink-2">
          Asking Venice for its models…
        </p>
        <div className="h-15 rounded-control border border-line bg-surface-1" />
        <div className="mt-6 min-h-33 flex-1 rounded-control border border-line bg-surface-1" />
        <div className="h-8.5 rounded-control border border-line" />
        <div className="mt-6 h-9 rounded-control border border-line bg-surface-1" />
        <div className="mt-6 h-9 rounded-control border border-line bg-surface-1" />
      </div>
      <div className="border-line border-t bg-surface-1 px-4 pt-16 pb-13 md:px-6">
        <div className="h-12 rounded-control bg-surface-3" />
      </div>
    </div>
  )
}
