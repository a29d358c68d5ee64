/** On or off, said in words beside it. `labelledBy` names it. */
export function Switch({
  on,
  labelledBy,
  onChange,
}: {
  on: boolean
  labelledBy: string
  onChange: (on: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={labelledBy}
      onClick={() => onChange(!on)}
      className="group flex h-9 items-center gap-2 rounded-control max-md:h-11"
    >
      <span className="flex h-5 w-8.5 items-center rounded-full bg-control-line p-0.5 transition-colors group-aria-checked:bg-ink">
        <span className="size-4 rounded-full bg-bg transition-transform group-aria-checked:translate-x-3.5" />
      </span>
      <span aria-hidden="true" className="min-w-6 text-left text-body max-md:text-touch">
        {on ? 'On' : 'Off'}
      </span>
    </button>
  )
}
