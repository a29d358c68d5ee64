'use client'

import { Check, FolderInput } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { BAR_BUTTON } from '@/components/library/selection/bulk-bar'
import { projectTree, treeLines } from '@/components/library/sidebar/project-tree'
import type { ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { LibraryFacets, LibraryItem } from '@/lib/library/view'

const MOST = 80

interface MovePanelProps {
  items: readonly LibraryItem[]
  projects: LibraryFacets['projects']
  verbs: ListVerbs
}

/** The projects that the selected clips can be moved to, and a new one. */
export function MovePanel({ items, projects, verbs }: MovePanelProps) {
  const inAll = (id: string | null) => items.every(({ projectId }) => projectId === id)
  return (
    <Popover
      label="Move to a project"
      trigger={
        <>
          <FolderInput aria-hidden size={16} strokeWidth={1.5} />
          Move
        </>
      }
      triggerClass={BAR_BUTTON}
      className="w-72"
    >
      {(close) => {
        const move = (project: { id: string; name: string } | null) => {
          close()
          verbs.move(items, project)
        }
        return (
          <>
            <ul aria-label="Projects">
              <Line name="No project" depth={0} chosen={inAll(null)} onTake={() => move(null)} />
              {treeLines(projectTree(projects)).map(({ node: { project }, depth }) => (
                <Line
                  key={project.id}
                  name={project.name}
                  depth={depth}
                  chosen={inAll(project.id)}
                  onTake={() => move(project)}
                />
              ))}
            </ul>
            <NewProject
              onName={(name) => {
                close()
                verbs.moveToNew(items, name)
              }}
            />
          </>
        )
      }}
    </Popover>
  )
}

interface LineProps {
  name: string
  depth: number
  chosen: boolean
  onTake: () => void
}

function Line({ name, depth, chosen, onTake }: LineProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={chosen}
        onClick={onTake}
        style={{ paddingLeft: 8 + depth * 16 }}
        className="ring-inside flex min-h-8 w-full items-center gap-2 rounded-small pr-2 text-left hover:bg-surface-3 max-md:min-h-11"
      >
        <Check aria-hidden size={14} strokeWidth={1.75} className={chosen ? '' : 'invisible'} />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
      </button>
    </li>
  )
}

function NewProject({ onName }: { onName: (name: string) => void }) {
  const [name, setName] = useState('')
  function make(event: FormEvent) {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <form onSubmit={make} className="mt-2 flex gap-2 border-line border-t pt-2">
      <input
        aria-label="New project"
        placeholder="New project"
        maxLength={MOST}
        value={name}
        onChange={({ target }) => setName(target.value)}
        className="h-8 min-w-0 flex-1 rounded-control border border-control-line bg-surface-2 px-2 max-md:h-11 max-md:text-touch"
      />
      <Button type="submit" disabled={name.trim() === ''}>
        Create
      </Button>
    </form>
  )
}
