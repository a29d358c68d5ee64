'use client'

import { useState } from 'react'
import { unknownWords } from '@/components/generation/unknown-words'
import { MoneyBar } from '@/components/shell/money-bar'
import { periodWords } from '@/components/spending/period-words'
import { ProjectDialog } from '@/components/spending/project-dialog'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import type { SpendingView } from '@/lib/generations/spending-view'
import type { ProjectView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

/** What each project cost in the period, and what is left of its cap. */
export function Projects({ view }: { view: SpendingView }) {
  const [open, setOpen] = useState<ProjectView | 'new' | null>(null)
  const none = view.projects.find(({ id }) => id === null)
  const periodOf = (id: string) => view.projects.find((project) => project.id === id)?.sums.charged ?? 0
  return (
    <Section
      id="projects"
      title="Projects"
      note={periodWords(view)}
      aside={
        <Button size="card" onClick={() => setOpen('new')}>
          New project
        </Button>
      }
      className="py-4"
    >
      <ul>
        {view.projectCaps.map((project) => (
          <Row key={project.id} project={project} charged={periodOf(project.id)} onCap={() => setOpen(project)} />
        ))}
        {none && (
          <li className="flex items-center justify-between border-line border-t py-2 text-ink-2 first:border-t-0">
            For no project{' '}
            <span>
              {formatUsd(none.sums.charged)} charged{unknownWords(none.sums.unknown)}
            </span>
          </li>
        )}
      </ul>
      {view.projectCaps.length === 0 && (
        <p className="text-ink-2 text-small">
          A project keeps the spending of one piece of work together, and can have a cap of its own.
        </p>
      )}
      {open && (
        <ProjectDialog
          project={open === 'new' ? null : open}
          taken={view.projectCaps.map(({ name }) => name)}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function Row({ project, charged, onCap }: { project: ProjectView; charged: number; onCap: () => void }) {
  const { name, capMicroUsd: cap, spentMicroUsd: spent } = project
  return (
    <li className="border-line border-t py-2 first:border-t-0">
      <div className="flex items-center justify-between gap-3">
        <span dir="auto" className="min-w-0 truncate">
          {name}
        </span>
        <span>{formatUsd(charged)} charged</span>
      </div>
      {cap !== null && <MoneyBar charged={spent} held={0} uncertain={0} of={cap} className="mt-1 h-1 rounded-small" />}
      <div className="mt-1 flex items-center justify-between gap-3 text-ink-2 text-small">
        <span>
          {formatUsd(spent)} in all{cap === null ? ', no cap' : ` of ${formatUsd(cap)}, ${leftWords(cap - spent)}`}
        </span>
        <Button kind="ghost" size="card" className="-mr-2" aria-label={`Change the cap of ${name}`} onClick={onCap}>
          {cap === null ? 'Set a cap' : 'Change the cap'}
        </Button>
      </div>
    </li>
  )
}

const leftWords = (left: number) => (left < 0 ? `${formatUsd(-left)} over` : `${formatUsd(left)} left`)
