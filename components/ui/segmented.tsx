import type { ReactNode } from 'react'

export interface Choice {
  value: string
  /** The accessible name, and what is shown unless `short` is given. */
  name: string
  short?: string
  picture?: ReactNode
}

export interface ChoicesProps {
  id: string
  labelledBy: string
  describedBy?: string
  choices: readonly Choice[]
  value: string
  onChange: (value: string) => void
}

/** One of a few, all in view: native radios, so arrow keys and forms work as everywhere. */
export function Segmented({ id, labelledBy, describedBy, choices, value, onChange }: ChoicesProps) {
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="flex h-9 rounded-control border border-line-strong bg-surface-1 p-px max-md:h-11"
    >
      {choices.map((choice) => (
        <label key={choice.value} className="relative flex min-w-0 flex-1 cursor-pointer">
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            aria-label={choice.short ? choice.name : undefined}
            onChange={() => onChange(choice.value)}
            className="peer absolute inset-0 m-0 cursor-pointer appearance-none rounded-small"
          />
          <span className="pointer-events-none flex flex-1 items-center justify-center gap-2 whitespace-nowrap rounded-[5px] border border-transparent px-2 text-ink-2 transition-colors peer-checked:border-line-strong peer-checked:bg-surface-3 peer-checked:font-semibold peer-checked:text-ink peer-hover:text-ink max-md:text-touch">
            {choice.picture}
            {choice.short ?? choice.name}
          </span>
        </label>
      ))}
    </div>
  )
}
