interface ProgressBarProps {
  label: string
  /** 0 to 1; null: nobody knows how far it is. */
  share: number | null
  /** The amounts, in words. */
  children: string
}

/** How far something is, with its amounts in words. */
export function ProgressBar({ label, share, children }: ProgressBarProps) {
  const percent = share === null ? null : Math.floor(share * 100)
  return (
    <div className="flex flex-col gap-1.5 text-small">
      <p className="text-ink-2">{children}</p>
      {percent !== null && (
        <div
          role="progressbar"
          aria-label={label}
          aria-valuenow={percent}
          aria-valuemin={0}
          aria-valuemax={100}
          className="h-1 overflow-hidden rounded-small bg-bar-track"
        >
          <div className="h-full bg-state-work transition-[width] duration-(--slow)" style={{ width: `${percent}%` }} />
        </div>
      )}
    </div>
  )
}
