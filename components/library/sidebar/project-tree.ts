import type { LibraryFacets } from '@/lib/library/view'

type Project = LibraryFacets['projects'][number]

/** A project with its parts. */
export interface ProjectNode {
  project: Project
  /** Clips in it and in its parts. */
  count: number
  parts: ProjectNode[]
}

/** Projects as a tree, by name; one whose parent is not there stands at the top. */
export function projectTree(projects: readonly Project[]): ProjectNode[] {
  const known = new Set(projects.map(({ id }) => id))
  const above = ({ parentId }: Project) => (parentId !== null && known.has(parentId) ? parentId : null)
  const nodes = (parent: string | null): ProjectNode[] =>
    projects
      .filter((project) => above(project) === parent)
      .map((project) => {
        const parts = nodes(project.id)
        return { project, parts, count: parts.reduce((sum, part) => sum + part.count, project.count) }
      })
  return nodes(null)
}

/** The tree as lines, each with how deep it stands. */
export function treeLines(nodes: readonly ProjectNode[], depth = 0): { node: ProjectNode; depth: number }[] {
  return nodes.flatMap((node) => [{ node, depth }, ...treeLines(node.parts, depth + 1)])
}

/** A project and all its parts, by id. */
export function withParts(projects: readonly Project[], id: string): Set<string> {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const { id: part, parentId } of projects) if (parentId !== null && found.has(parentId)) found.add(part)
  }
  return found
}

/** Whether a clip that is moved to a project still belongs to a list of `listed`: a project with its parts, `none`, or all. */
export function staysIn(listed: string | null, moved: string | null, projects: readonly Project[]): boolean {
  if (listed === null) return true
  if (listed === 'none' || moved === null) return listed === 'none' && moved === null
  return withParts(projects, listed).has(moved)
}
