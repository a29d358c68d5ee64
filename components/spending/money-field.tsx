import { errorId, Field } from '@/components/ui/field'

interface MoneyFieldProps {
  id: string
  label: string
  /** What leaving it empty means. */
  hint: string
  value: string
  error: string | null
  onChange: (value: string) => void
}

/** An amount of dollars as people type it. */
export function MoneyField({ id, label, hint, value, error, onChange }: MoneyFieldProps) {
  return (
    <Field
      id={id}
      label={label}
      htmlFor={id}
      error={error ?? undefined}
      hint={<span className="text-ink-3">{hint}</span>}
    >
      <span className="relative flex">
        <span aria-hidden className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-3">
          $
        </span>
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          aria-invalid={error !== null}
          aria-describedby={error === null ? undefined : errorId(id)}
          onChange={(event) => onChange(event.target.value)}
          className="h-9 w-full rounded-control border border-control-line bg-surface-2 pr-3 pl-7 max-md:h-11 max-md:text-touch"
        />
      </span>
    </Field>
  )
}
