'use client'

import { Folder, Plus } from 'lucide-react'
import { useState } from 'react'
import { Part } from '@/components/library/sidebar/part'
import { PlaceLink } from '@/components/library/sidebar/place-link'
import { type ProjectAsk, ProjectDialogs } from '@/components/library/sidebar/project-dialogs'
import { ProjectMenu } from '@/components/library/sidebar/project-menu'
import { projectTree, treeLines } from '@/components/library/sidebar/project-tree'
import type { SidebarProps } from '@/components/library/sidebar/sidebar'
import type { LibraryQuery } from '@/lib/library/library-query'
import type { LibraryFacets } from '@/lib/library/view'

interface ProjectsProps extends Omit<SidebarProps, 'facets'> {
  base: LibraryQuery
  projects: LibraryFacets['projects']
}

/** The projects as a tree: each shows its own clips and those of its parts. */
export function Projects({ base, projects, query, onGo, onMove }: ProjectsProps) {
  const [ask, setAsk] = useState<ProjectAsk | null>(null)
  return (
    <Part
      title="Projects"
      action={
        <button
          type="button"
          aria-label="New project"
          aria-haspopup="dialog"
          title="New project"
          onClick={() => setAsk({ what: 'create', parent: null })}
          className="grid size-7 place-items-center rounded-control text-ink-2 hover:bg-surface-2 hover:text-ink max-lg:size-11"
        >
          <Plus aria-hidden size={16} strokeWidth={1.5} />
        </button>
      }
    >
      <ul>
        {treeLines(projectTree(projects)).map(({ node, depth }) => (
          <li key={node.project.id}>
            <PlaceLink
              to={{ ...base, project: node.project.id }}
              query={query}
              onGo={onGo}
              name={node.project.name}
              count={node.count}
              depth={depth}
              Icon={Folder}
              onDrop={onMove && ((items) => onMove(items, node.project))}
            >
              <ProjectMenu project={node.project} onAsk={setAsk} />
            </PlaceLink>
          </li>
        ))}
      </ul>
      {ask && (
        <ProjectDialogs
          ask={ask}
          projects={projects}
          onClose={() => setAsk(null)}
          onDeleted={(id) => query.project === id && onGo(base)}
        />
      )}
    </Part>
  )
}
