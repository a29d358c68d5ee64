import { useId, useState } from 'react'

export interface Option {
  id: string
  name: string
  /** How many clips there are of it; undefined: not counted. */
  count?: number
}

interface CheckListProps {
  label: string
  options: readonly Option[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  empty: string
}

/** So many are looked through without a search. */
const MANY = 10
const LINE = 'flex min-h-8 cursor-pointer items-center gap-2.5 rounded-small px-2 hover:bg-surface-3 max-md:min-h-11'
const BOX = 'size-4 shrink-0 accent-ink'

/** Any number of choices. */
export function CheckList({ label, options, chosen, onChange, empty }: CheckListProps) {
  const [words, setWords] = useState('')
  const all = [...options, ...chosen.filter((id) => !options.some((option) => option.id === id)).map(unlisted)]
  const shown = all.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()))
  if (all.length === 0) return <p className="p-2 text-ink-2">{empty}</p>
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      {all.length > MANY && (
        <input
          type="search"
          aria-label={`Search: ${label}`}
          placeholder="Search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          className="mb-1 h-8 w-full rounded-control border border-control-line bg-surface-2 px-2 max-md:h-11 max-md:text-touch"
        />
      )}
      {shown.map((option) => (
        <label key={option.id} className={LINE}>
          <input
            type="checkbox"
            checked={chosen.includes(option.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id))
            }
            className={BOX}
          />
          <Line option={option} />
        </label>
      ))}
      {shown.length === 0 && <p className="p-2 text-ink-2">Nothing is called that.</p>}
    </fieldset>
  )
}

interface RadioListProps {
  label: string
  options: readonly { id: string; name: string }[]
  /** null: any. */
  chosen: string | null
  any: string
  onChange: (chosen: string | null) => void
}

/** One choice, or none. */
export function RadioList({ label, options, chosen, any, onChange }: RadioListProps) {
  const name = useId()
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      {[{ id: null, name: any }, ...options].map((option) => (
        <label key={option.id ?? ''} className={LINE}>
          <input
            type="radio"
            name={name}
            checked={chosen === option.id}
            onChange={() => onChange(option.id)}
            className={BOX}
          />
          <Line option={option} />
        </label>
      ))}
    </fieldset>
  )
}

function Line({ option: { name, count } }: { option: Pick<Option, 'name' | 'count'> }) {
  return (
    <>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {name}
      </span>
      {count !== undefined && <span className="text-ink-3 text-small">{count.toLocaleString('en-US')}</span>}
    </>
  )
}

/** Chosen by an address, though there is none of it. */
const unlisted = (id: string): Option => ({ id, name: id })
