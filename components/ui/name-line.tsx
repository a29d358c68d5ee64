import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'

interface NameLineProps {
  /** What is named: New tag, New project. */
  label: string
  /** The most characters. */
  most: number
  save: string
  onName: (name: string) => void
  className?: string
}

/** One line that names something new, in a popover; it is empty again for the next. */
export function NameLine({ label, most, save, onName, className = '' }: NameLineProps) {
  const [name, setName] = useState('')
  function add(event: FormEvent) {
    event.preventDefault()
    if (name.trim() === '') return
    onName(name.trim())
    setName('')
  }
  return (
    <form onSubmit={add} className={`flex gap-2 ${className}`}>
      <input
        aria-label={label}
        placeholder={label}
        maxLength={most}
        value={name}
        onChange={({ target }) => setName(target.value)}
        className="h-8 min-w-0 flex-1 rounded-control border border-control-line bg-surface-2 px-2 max-md:h-11 max-md:text-touch"
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {save}
      </Button>
    </form>
  )
}
