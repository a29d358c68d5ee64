'use client'

import { useId, useState } from 'react'
import { capProject, createProject } from '@/app/actions/spending'
import { Dialog } from '@/components/spending/dialog'
import { MoneyField } from '@/components/spending/money-field'
import { useSave } from '@/components/spending/use-save'
import { errorId, Field } from '@/components/ui/field'
import { readTyped, typedOf } from '@/lib/generations/spending-typed'
import type { ProjectView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** A new project, or the cap of one that is there. */
export function ProjectDialog({ project, onClose }: { project: ProjectView | null; onClose: () => void }) {
  const [name, setName] = useState('')
  const [cap, setCap] = useState(typedOf(project?.capMicroUsd ?? null))
  const [checked, setChecked] = useState(false)
  const { save, saving, refusal } = useSave(onClose)
  const typed = readTyped(cap)
  const nameless = project === null && name.trim() === ''
  const id = useId()
  return (
    <Dialog
      title={project ? `Cap of “${project.name}”` : 'New project'}
      save={project ? 'Save' : 'Create'}
      saving={saving}
      refusal={refusal}
      onClose={onClose}
      onSave={() => {
        setChecked(true)
        if (!typed.ok || nameless) return
        const capMicroUsd = typed.microUsd
        save(() => (project ? capProject({ id: project.id, capMicroUsd }) : createProject({ name, capMicroUsd })))
      }}
    >
      {project === null && (
        <Field
          id={`${id}-name`}
          label="Name"
          htmlFor={`${id}-name`}
          error={checked && nameless ? 'Give it a name.' : undefined}
        >
          <input
            id={`${id}-name`}
            value={name}
            maxLength={80}
            autoComplete="off"
            aria-invalid={checked && nameless}
            aria-describedby={checked && nameless ? errorId(`${id}-name`) : undefined}
            onChange={(event) => setName(event.target.value)}
            className="h-9 rounded-control border border-control-line bg-surface-2 px-3 max-md:h-11 max-md:text-touch"
          />
        </Field>
      )}
      <MoneyField
        id={`${id}-cap`}
        label="Cap for the project"
        hint="empty: no cap"
        value={cap}
        error={checked && !typed.ok ? typed.sentence : null}
        onChange={setCap}
      />
      {project && <p className="text-ink-2 text-small">{spentWords(project, typed)}</p>}
    </Dialog>
  )
}

function spentWords({ spentMicroUsd: spent }: ProjectView, typed: ReturnType<typeof readTyped>): string {
  if (!typed.ok || typed.microUsd === null) return `${formatUsd(spent)} is charged or held for it.`
  const left = typed.microUsd - spent
  if (left > 0) return `${formatUsd(spent)} is charged or held for it: that leaves ${formatUsd(left)}.`
  return `${formatUsd(spent)} is charged or held for it already: nothing new can be bought for it.`
}
