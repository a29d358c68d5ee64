'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, ChevronDown, Folder } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { NewProject } from '@/components/create/new-project'
import { useProjectChoice } from '@/components/create/project-choice'
import { keys } from '@/components/query/keys'
import { boardQuery } from '@/components/queue/board-query'
import type { BoardView, ProjectView } from '@/lib/generations/view'
import { formatUsd } from '@/lib/money/format'

const PANEL = 'project-panel'

/** What the next generation is made for: one of the projects, a new one, or none. */
export function ProjectChooser({ initial }: { initial: BoardView }) {
  const { data: board } = useQuery({ ...boardQuery(), initialData: initial })
  const { projectId, choose } = useProjectChoice()
  const client = useQueryClient()
  const panel = useRef<HTMLDivElement>(null)
  const { projects } = board.spend
  const chosen = projects.find(({ id }) => id === projectId) ?? null

  function take(id: string | null) {
    choose(id)
    panel.current?.hidePopover()
  }

  function made(project: ProjectView) {
    client.setQueryData<BoardView>(keys.board, (now) => now && withProject(now, project))
    take(project.id)
  }

  return (
    <>
      <button
        type="button"
        popoverTarget={PANEL}
        aria-label={`Project: ${chosen?.name ?? 'none'}`}
        onClick={({ currentTarget }) => placeUnder(currentTarget, panel)}
        className="flex h-8 min-w-0 items-center gap-2 rounded-control px-2 text-body text-ink-2 transition-colors hover:bg-surface-3 hover:text-ink max-md:h-11"
      >
        <Folder aria-hidden size={16} strokeWidth={1.5} className="shrink-0" />
        <span className="truncate">{chosen?.name ?? 'No project'}</span>
        <ChevronDown aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />
      </button>
      <div
        ref={panel}
        id={PANEL}
        popover="auto"
        className="fixed m-0 w-72 max-w-[calc(100vw-2rem)] rounded-card bg-popover p-2 text-body text-ink shadow-popover"
      >
        <ul aria-label="Projects" className="max-h-[min(20rem,50dvh)] overflow-y-auto">
          <Item name="No project" chosen={chosen === null} onTake={() => take(null)} />
          {projects.map((project) => (
            <Item
              key={project.id}
              name={project.name}
              aside={leftWords(project)}
              chosen={project.id === projectId}
              onTake={() => take(project.id)}
            />
          ))}
        </ul>
        <NewProject onMade={made} />
      </div>
    </>
  )
}

interface ItemProps {
  name: string
  aside?: string | null
  chosen: boolean
  onTake: () => void
}

function Item({ name, aside = null, chosen, onTake }: ItemProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={chosen}
        onClick={onTake}
        className="ring-inside flex min-h-8 w-full items-center gap-2 rounded-small px-2 text-left hover:bg-surface-3 max-md:min-h-11"
      >
        <Check aria-hidden size={14} strokeWidth={1.75} className={chosen ? '' : 'invisible'} />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {name}
        </span>
        {aside && <span className="shrink-0 text-ink-3 text-small">{aside}</span>}
      </button>
    </li>
  )
}

const leftWords = ({ leftMicroUsd, spentMicroUsd }: ProjectView) =>
  leftMicroUsd === null ? (spentMicroUsd > 0 ? formatUsd(spentMicroUsd) : null) : `${formatUsd(leftMicroUsd)} left`

function withProject(board: BoardView, project: ProjectView): BoardView {
  const others = board.spend.projects.filter(({ id }) => id !== project.id)
  return { ...board, spend: { ...board.spend, projects: [...others, project] } }
}

const MARGIN_PX = 16

/** A popover stands in the middle of the page unless it is told where its button is. */
function placeUnder(button: HTMLElement, panel: RefObject<HTMLElement | null>): void {
  const { left, bottom } = button.getBoundingClientRect()
  const width = panel.current?.offsetWidth || 288
  const most = document.documentElement.clientWidth - width - MARGIN_PX
  panel.current?.style.setProperty('left', `${Math.max(MARGIN_PX, Math.min(left, most))}px`)
  panel.current?.style.setProperty('top', `${bottom + 4}px`)
}
