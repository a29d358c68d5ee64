'use client'

import { type ReactNode, useId, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { errorId, Field } from '@/components/ui/field'

const MOST = 80

interface NameDialogProps {
  title: string
  /** What its button says. */
  save: string
  initial: string
  pending: boolean
  refusal: string | null
  onName: (name: string) => void
  onClose: () => void
  children?: ReactNode
}

/** Asks for a name. */
export function NameDialog({ title, save, initial, pending, refusal, onName, onClose, children }: NameDialogProps) {
  const id = useId()
  const [name, setName] = useState(initial)
  const [checked, setChecked] = useState(false)
  const wrong = checked && name.trim() === ''
  return (
    <Dialog
      title={title}
      save={save}
      saving={pending}
      refusal={refusal}
      onClose={onClose}
      onSave={() => {
        setChecked(true)
        if (name.trim() !== '') onName(name.trim())
      }}
    >
      <Field id={id} label="Name" htmlFor={id} error={wrong ? 'Give it a name.' : undefined}>
        <input
          id={id}
          value={name}
          maxLength={MOST}
          autoComplete="off"
          aria-invalid={wrong}
          aria-describedby={wrong ? errorId(id) : undefined}
          onChange={({ target }) => setName(target.value)}
          className="h-9 rounded-control border border-control-line bg-surface-2 px-3 max-md:h-11 max-md:text-touch"
        />
      </Field>
      {children}
    </Dialog>
  )
}
