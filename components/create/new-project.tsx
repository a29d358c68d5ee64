'use client'

import { type FormEvent, useState } from 'react'
import { createProject } from '@/app/actions/projects'
import { Button } from '@/components/ui/button'
import { usePending } from '@/components/use-pending'
import type { ProjectView } from '@/lib/generations/view'

const MOST = 80

/** A project is made where it is chosen: by its name alone. */
export function NewProject({ onMade }: { onMade: (project: ProjectView) => void }) {
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, start] = usePending()

  function make(event: FormEvent) {
    event.preventDefault()
    start(async () => {
      const result = await createProject(name).catch(() => UNANSWERED)
      setRefusal(result.ok ? null : result.sentence)
      if (!result.ok) return
      setName('')
      onMade(result.project)
    })
  }

  return (
    <form onSubmit={make} className="mt-2 border-line border-t pt-2">
      <div className="flex gap-2">
        <input
          aria-label="New project"
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? 'new-project-refusal' : undefined}
          placeholder="New project"
          maxLength={MOST}
          value={name}
          onChange={(event) => setName(event.target.value)}
          className="h-8 min-w-0 flex-1 rounded-control border border-control-line bg-surface-2 px-2 text-body max-md:h-11 max-md:text-touch"
        />
        <Button type="submit" disabled={pending || name.trim() === ''}>
          Create
        </Button>
      </div>
      {refusal && (
        <p role="alert" id="new-project-refusal" className="mt-1 text-small text-state-loss">
          {refusal}
        </p>
      )}
    </form>
  )
}

const UNANSWERED = { ok: false as const, sentence: 'The studio did not answer. No project was made.' }
