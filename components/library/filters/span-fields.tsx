import { type ReactNode, useId, useState } from 'react'
import { buttonClass } from '@/components/ui/button'

interface SpanFieldsProps {
  /** What the two ends are called: `Shortest`, `Longest`. */
  names: readonly [string, string]
  type: 'number' | 'date'
  unit?: string
  from: string
  to: string
  presets: readonly { name: string; from: string; to: string }[]
  onChange: (from: string, to: string) => void
}

/** From and to, by a press or typed. What is typed counts on Enter, or when the field is left. */
export function SpanFields({ names, type, unit, from, to, presets, onChange }: SpanFieldsProps) {
  return (
    <div className="flex flex-col gap-2 p-1">
      <div className="flex flex-wrap gap-1">
        {presets.map((preset) => {
          const on = preset.from === from && preset.to === to
          return (
            <button
              key={preset.name}
              type="button"
              aria-pressed={on}
              onClick={() => (on ? onChange('', '') : onChange(preset.from, preset.to))}
              className={buttonClass({ size: 'card' }, 'font-normal! aria-pressed:bg-surface-3')}
            >
              {preset.name}
            </button>
          )
        })}
      </div>
      <div className="flex items-end gap-2">
        <End key={`from ${from}`} name={names[0]} type={type} value={from} onDone={(value) => onChange(value, to)} />
        <End key={`to ${to}`} name={names[1]} type={type} value={to} onDone={(value) => onChange(from, value)}>
          {unit}
        </End>
      </div>
    </div>
  )
}

interface EndProps {
  name: string
  type: 'number' | 'date'
  value: string
  onDone: (value: string) => void
  children?: ReactNode
}

function End({ name, type, value, onDone, children }: EndProps) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  const done = () => {
    if (typed !== value) onDone(typed)
  }
  return (
    <span className="flex min-w-0 flex-1 flex-col gap-1">
      <label htmlFor={id} className="text-ink-2 text-small">
        {name}
      </label>
      <span className="flex items-center gap-1.5">
        <input
          id={id}
          type={type}
          min={type === 'number' ? 0 : undefined}
          step="any"
          inputMode={type === 'number' ? 'decimal' : undefined}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onBlur={done}
          onKeyDown={({ key }) => key === 'Enter' && done()}
          className="h-8 w-full min-w-0 rounded-control border border-control-line bg-surface-2 px-2 max-md:h-11 max-md:text-touch"
        />
        {children}
      </span>
    </span>
  )
}
