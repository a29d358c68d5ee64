'use client'

import { Check, FolderInput } from 'lucide-react'
import { BAR_BUTTON } from '@/components/library/selection/bulk-bar'
import { projectTree, treeLines } from '@/components/library/sidebar/project-tree'
import type { ListVerbs } from '@/components/library/verbs/use-list-verbs'
import { NameLine } from '@/components/ui/name-line'
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
            <NameLine
              label="New project"
              most={MOST}
              save="Create"
              className="mt-2 border-line border-t pt-2"
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
