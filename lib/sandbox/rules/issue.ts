import type { z } from 'zod'

/** One validation finding, in the shape the API lists under `issues`. */
export interface Issue {
  code: string
  message: string
  path: (string | number)[]
}

export function issue(path: string | (string | number)[], message: string, code = 'custom'): Issue {
  return { code, message, path: typeof path === 'string' ? [path] : path }
}

/** zod's findings as issues: only the three documented keys leave. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((found) => ({
    code: found.code,
    message: found.message,
    path: found.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  }))
}

interface ErrorTree {
  _errors: string[]
  [field: string]: ErrorTree | string[]
}

/** `details`: every level carries `_errors`, fields hang below (zod's older `format()` tree). */
function treeOf(issues: Issue[]): ErrorTree {
  const root: ErrorTree = { _errors: [] }
  for (const found of issues) {
    let level = root
    for (const step of found.path) {
      const below = level[step]
      if (below !== undefined && !Array.isArray(below)) {
        level = below
        continue
      }
      const fresh: ErrorTree = { _errors: [] }
      level[step] = fresh
      level = fresh
    }
    level._errors.push(found.message)
  }
  return root
}

/** The body of a 400 (`DetailedError` plus `issues`). */
export function validationBody(issues: Issue[]) {
  return { error: 'Invalid request parameters', details: treeOf(issues), issues }
}
