import { readFileSync } from 'node:fs'
import * as z from 'zod'

const paths = z.record(z.string(), z.string())
const references = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
})

export interface BuiltRoute {
  /** As the build names it: `/library/[id]`. */
  route: string
  kind: 'page' | 'handler'
}

/** Every page and handler of the build, as its own manifest lists them. */
export function builtRoutes(): BuiltRoute[] {
  const manifest = paths.parse(JSON.parse(readFileSync('.next/server/app-paths-manifest.json', 'utf8')))
  return Object.keys(manifest).map((name) => {
    const route = name.replace(/\/(?:page|route)$/, '').replace(/\/\([^)]+\)/g, '')
    return { route: route === '' ? '/' : route, kind: name.endsWith('/page') ? 'page' : 'handler' }
  })
}

/** A path of a route, with `values` in the place of what is in brackets. */
export function pathOf(route: string, values: Record<string, string>): string {
  return route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => values[name] ?? 'nowhere')
}

/** Every server action of the build: its id by `file#name`. */
export function builtActions(): Map<string, string> {
  const { node } = references.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
  return new Map(Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]))
}
