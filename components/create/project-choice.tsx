'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { keepProject, keptProject } from '@/components/create/memory'

/** Which project the next generation is made for; null is none. */
interface ProjectChoice {
  projectId: string | null
  choose: (id: string | null) => void
}

const Choice = createContext<ProjectChoice | null>(null)

/** The choice stands in the header and is pressed in the form: both are inside this. */
export function ProjectChoiceProvider({ initial, children }: { initial: string | null; children: ReactNode }) {
  const [projectId, setProjectId] = useState(() => keptProject() ?? initial)
  const choice = useMemo(
    () => ({
      projectId: projectId || null,
      choose(id: string | null) {
        keepProject(id)
        setProjectId(id)
      },
    }),
    [projectId],
  )
  return <Choice value={choice}>{children}</Choice>
}

/** @throws Error outside of Create */
export function useProjectChoice(): ProjectChoice {
  const choice = useContext(Choice)
  if (choice === null) throw new Error('The choice of a project belongs to Create.')
  return choice
}
