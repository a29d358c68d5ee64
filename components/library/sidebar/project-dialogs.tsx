'use client'

import { useState } from 'react'
import { createProject, deleteProject, moveProject, renameProject } from '@/app/actions/library'
import { countWords } from '@/components/generation/words'
import { RadioList } from '@/components/library/filters/check-list'
import { NameDialog } from '@/components/library/name-dialog'
import { projectTree, treeLines, withParts } from '@/components/library/sidebar/project-tree'
import { useChange } from '@/components/library/verbs/use-change'
import { Dialog } from '@/components/ui/dialog'
import type { LibraryFacets } from '@/lib/library/view'

type Project = LibraryFacets['projects'][number]

/** What is asked about projects. */
export type ProjectAsk =
  | { what: 'create'; parent: Project | null }
  | { what: 'rename' | 'move' | 'delete'; project: Project }

interface ProjectDialogsProps {
  ask: ProjectAsk
  projects: readonly Project[]
  onClose: () => void
  onDeleted: (id: string) => void
}

/** The dialogs that make, name, move and delete projects. */
export function ProjectDialogs({ ask, projects, onClose, onDeleted }: ProjectDialogsProps) {
  const { change, pending, refusal } = useChange()
  const state = { pending, refusal, onClose }
  switch (ask.what) {
    case 'create':
      return (
        <NameDialog
          {...state}
          title={ask.parent ? `New project in “${ask.parent.name}”` : 'New project'}
          save="Create"
          initial=""
          onName={(name) =>
            change(() => createProject(name, ask.parent?.id ?? null), `Made the project “${name}”.`, onClose)
          }
        />
      )
    case 'rename':
      return (
        <NameDialog
          {...state}
          title={`Rename “${ask.project.name}”`}
          save="Rename"
          initial={ask.project.name}
          onName={(name) => change(() => renameProject(ask.project.id, name), `Renamed to “${name}”.`, onClose)}
        />
      )
    case 'move':
      return (
        <MoveDialog
          {...state}
          project={ask.project}
          projects={projects}
          onMove={(parentId) =>
            change(() => moveProject(ask.project.id, parentId), `Moved the project “${ask.project.name}”.`, onClose)
          }
        />
      )
    case 'delete':
      return (
        <Dialog
          title={`Delete the project “${ask.project.name}”?`}
          save="Delete"
          saving={pending}
          refusal={refusal}
          onClose={onClose}
          onSave={() =>
            change(
              () => deleteProject(ask.project.id),
              `Deleted the project “${ask.project.name}”. Its clips are kept.`,
              () => {
                onDeleted(ask.project.id)
                onClose()
              },
            )
          }
        >
          <p className="text-ink-2">{keptWords(ask.project, projects)}</p>
        </Dialog>
      )
  }
}

interface MoveDialogProps {
  project: Project
  projects: readonly Project[]
  pending: boolean
  refusal: string | null
  onMove: (parentId: string | null) => void
  onClose: () => void
}

function MoveDialog({ project, projects, pending, refusal, onMove, onClose }: MoveDialogProps) {
  const [parent, setParent] = useState(project.parentId)
  const own = withParts(projects, project.id)
  const options = treeLines(projectTree(projects))
    .filter(({ node }) => !own.has(node.project.id))
    .map(({ node, depth }) => ({ id: node.project.id, name: `${'  '.repeat(depth)}${node.project.name}` }))
  return (
    <Dialog
      title={`Move “${project.name}” into`}
      save="Move"
      saving={pending}
      refusal={refusal}
      onClose={onClose}
      onSave={() => onMove(parent)}
    >
      <RadioList label="Project" any="No project: at the top" options={options} chosen={parent} onChange={setParent} />
    </Dialog>
  )
}

function keptWords({ count, parentId }: Project, projects: readonly Project[]): string {
  const parent = projects.find(({ id }) => id === parentId)
  if (count === 0) return 'There is no clip in it.'
  const clips = `Its ${countWords(count, 'clip')}`
  return `${clips} ${count === 1 ? 'goes' : 'go'} ${parent ? `to “${parent.name}”` : 'to Unsorted'}. Nothing else is deleted.`
}
