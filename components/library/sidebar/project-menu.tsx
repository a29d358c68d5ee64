import { Ellipsis, FolderInput, FolderPlus, type LucideIcon, Pencil, Trash2 } from 'lucide-react'
import type { ProjectAsk } from '@/components/library/sidebar/project-dialogs'
import { Popover } from '@/components/ui/popover'
import type { LibraryFacets } from '@/lib/library/view'

interface ProjectMenuProps {
  project: LibraryFacets['projects'][number]
  onAsk: (ask: ProjectAsk) => void
}

/** What can be done with a project. */
export function ProjectMenu({ project, onAsk }: ProjectMenuProps) {
  const items: [string, LucideIcon, ProjectAsk][] = [
    ['Rename', Pencil, { what: 'rename', project }],
    ['New project inside', FolderPlus, { what: 'create', parent: project }],
    ['Move into…', FolderInput, { what: 'move', project }],
    ['Delete', Trash2, { what: 'delete', project }],
  ]
  return (
    <Popover
      label={`What to do with ${project.name}`}
      trigger={<Ellipsis aria-hidden size={16} strokeWidth={1.5} />}
      triggerLabel={`What to do with ${project.name}`}
      triggerClass="grid size-[30px] place-items-center rounded-control text-ink-2 hover:text-ink max-lg:size-11"
      className="w-52"
    >
      {(close) =>
        items.map(([name, Icon, ask]) => (
          <button
            key={name}
            type="button"
            onClick={() => {
              close()
              onAsk(ask)
            }}
            className="ring-inside flex min-h-8 w-full items-center gap-2.5 rounded-small px-2 text-left hover:bg-surface-3 max-md:min-h-11"
          >
            <Icon aria-hidden size={14} strokeWidth={1.5} />
            {name}
          </button>
        ))
      }
    </Popover>
  )
}
