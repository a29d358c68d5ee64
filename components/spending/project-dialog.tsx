'use client'

import { useId, useState } from 'react'
import { createProject } from '@/app/actions/projects'
import { capProject } from '@/app/actions/spending'
import { MoneyField } from '@/components/spending/money-field'
import { useSave } from '@/components/spending/use-save'
import { Dialog } from '@/components/ui/dialog'
import { errorId, Field } from '@/components/ui/field'
import { readTyped, typedOf } from '@/lib/generations/spending-typed'
import type { ActionResult, ProjectView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

interface ProjectDialogProps {
  /** null: a new one. */
  project: ProjectView | null
  /** Names that are there already. */
  taken: readonly string[]
  onClose: () => void
}

/** A new project, or the cap of one that is there. */
export function ProjectDialog({ project, taken, onClose }: ProjectDialogProps) {
  const [name, setName] = useState('')
  const [cap, setCap] = useState(typedOf(project?.capMicroUsd ?? null))
  const [checked, setChecked] = useState(false)
  const { save, saving, refusal } = useSave(onClose)
  const typed = readTyped(cap)
  const wrongName = project === null ? nameError(name, taken) : null
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
        if (!typed.ok || wrongName !== null) return
        const capMicroUsd = typed.microUsd
        save(() => (project ? capProject({ id: project.id, capMicroUsd }) : make(name, capMicroUsd)))
      }}
    >
      {project === null && (
        <Field
          id={`${id}-name`}
          label="Name"
          htmlFor={`${id}-name`}
          error={checked ? (wrongName ?? undefined) : undefined}
        >
          <input
            id={`${id}-name`}
            value={name}
            maxLength={80}
            autoComplete="off"
            aria-invalid={checked && wrongName !== null}
            aria-describedby={checked && wrongName !== null ? errorId(`${id}-name`) : undefined}
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

/** Made by its name alone; its cap is a second step. */
async function make(name: string, capMicroUsd: number | null): Promise<ActionResult> {
  const made = await createProject(name)
  if (!made.ok || capMicroUsd === null) return made
  return capProject({ id: made.project.id, capMicroUsd })
}

function nameError(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return 'Give it a name.'
  return taken.includes(name.trim()) ? 'There is a project of this name already.' : null
}

function spentWords({ spentMicroUsd: spent }: ProjectView, typed: ReturnType<typeof readTyped>): string {
  if (!typed.ok || typed.microUsd === null) return `${formatUsd(spent)} is charged or held for it.`
  const left = typed.microUsd - spent
  if (left > 0) return `${formatUsd(spent)} is charged or held for it: that leaves ${formatUsd(left)}.`
  return `${formatUsd(spent)} is charged or held for it already: nothing new can be bought for it.`
}
