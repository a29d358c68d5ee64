import { errorId, Field, labelId } from '@/components/ui/field'
import { type Choice, type ChoicesProps, Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'

/** More segments than this are too narrow to read, even as bare numbers. */
const SEGMENTS = 16
const SEGMENTS_ON_A_PHONE = 2
/** With so many of them there is room for numbers, but not for a word among them. */
const BARE = 9

interface ChoiceFieldProps {
  id: string
  label: string
  /** Said where the choices stand side by side. */
  hint?: string
  choices: readonly Choice[]
  value: string
  error?: string
  /** Said beside a single value. */
  aside?: string
  onChange: (value: string) => void
  className?: string
}

/** One of the values a model offers. A single one is a fact, not a choice. */
export function ChoiceField({
  id,
  label,
  hint,
  choices,
  value,
  error,
  aside = 'the only one',
  onChange,
  className,
}: ChoiceFieldProps) {
  const [only] = choices
  if (!only) return null
  if (choices.length === 1) return <Fact id={id} label={label} words={only.name} aside={aside} />
  const control = {
    id,
    labelledBy: labelId(id),
    describedBy: error ? errorId(id) : undefined,
    choices,
    value,
    onChange,
  }
  return (
    <Field
      id={id}
      label={label}
      hint={hint && !isCrowded(choices) && <span className="text-ink-3 max-md:hidden">{hint}</span>}
      error={error}
      className={className}
    >
      <div className={choices.length > SEGMENTS_ON_A_PHONE ? 'md:hidden' : 'hidden'}>
        <List {...control} />
      </div>
      <div className={choices.length > SEGMENTS_ON_A_PHONE ? 'max-md:hidden' : undefined}>
        {isCrowded(choices) ? <List {...control} /> : <Segmented {...control} />}
      </div>
    </Field>
  )
}

function isCrowded(choices: readonly Choice[]): boolean {
  if (choices.length > SEGMENTS) return true
  return choices.length >= BARE && choices.some(({ name, short = name }) => short.length > 5)
}

function List({ labelledBy, describedBy, choices, value, onChange }: ChoicesProps) {
  return (
    <Select
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="h-9 rounded-control border-line-strong bg-surface-2 max-md:h-11"
    >
      {choices.map(({ value: one, name }) => (
        <option key={one} value={one}>
          {name}
        </option>
      ))}
    </Select>
  )
}

function Fact({ id, label, words, aside }: { id: string; label: string; words: string; aside: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, and there is nothing to choose here
    <div role="group" aria-labelledby={labelId(id)} className="flex min-w-32 flex-col gap-2 md:flex-none!">
      <span id={labelId(id)} className="text-small text-ink-2">
        {label}
      </span>
      <p className="flex h-9 items-center gap-2 text-body max-md:h-11 max-md:text-touch">
        {words}
        <span className="text-small text-ink-3">{aside}</span>
      </p>
    </div>
  )
}
