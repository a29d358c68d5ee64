import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isOpen, OPEN_PATHS } from '@/lib/access/open-paths'

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** Handlers that anybody may ask: each is one of the open paths. */
const OPEN_HANDLERS = ['app/api/health/route.ts', 'app/api/session/route.ts', 'app/api/shared/[token]/route.ts']
/** What people call who are not signed in, or who sign out. */
const OPEN_ACTIONS = ['signIn', 'signOut']

it('every handler asks who is there, except for those that are open by name', () => {
  const open = filesOf('app')
    .filter((file) => file.endsWith('/route.ts'))
    .filter((file) => {
      const source = readFileSync(file, 'utf8')
      const exported =
        source.match(/export (?:async function|const) (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? []
      const asking = source.match(/export const (?:GET|POST) = (?:atDoor\(\s*)?(?:forViewers|forOwner)\(/g) ?? []
      expect(exported.length, file).toBeGreaterThan(0)
      return asking.length !== exported.length
    })
  expect(open.sort()).toEqual(OPEN_HANDLERS)
})

it('every page asks who is there before it reads anything', () => {
  const pages = filesOf('app').filter((file) => /\/(?:page|layout|not-found)\.tsx$/.test(file))
  const studio = pages.filter((file) => file.startsWith('app/(studio)'))
  expect(studio.length).toBeGreaterThan(10)
  expect(pages.filter((file) => !studio.includes(file)).sort()).toEqual(['app/layout.tsx', 'app/login/page.tsx'])
  for (const file of studio) {
    const source = readFileSync(file, 'utf8')
    const bodies = source.match(
      /export (?:default )?async function [\s\S]*?\{\n(?: +\/\/.*\n)* +(?:const \{[^}]*\} = )?await mayLook\(\)/g,
    )
    const functions = source.match(/export (?:default )?(?:async )?function/g)
    expect(bodies?.length, file).toBe(functions?.length)
  }
})

it('every action asks whether the owner calls it, except for signing in and out', () => {
  const open: string[] = []
  for (const file of filesOf('app/actions')) {
    const source = readFileSync(file, 'utf8')
    // What runs the check for several actions of the file.
    const helpers = [...source.matchAll(/^(?:async )?function (\w+)[\s\S]*?^\}/gm)]
      .filter(([text]) => /asOwner/.test(text))
      .map(([, name]) => name)
    for (const [text, name] of source.matchAll(/^export async function (\w+)[\s\S]*?^\}/gm)) {
      const asks = ['asOwner', ...helpers].some((word) => new RegExp(`\\b${word}[(<]`).test(text))
      if (!asks) open.push(name ?? '')
    }
  }
  expect(open.sort()).toEqual(OPEN_ACTIONS)
})

it('what is open is five things, and nothing that only looks like them', () => {
  expect(OPEN_PATHS.map(({ name }) => name)).toEqual([
    'the sign-in page',
    'whether this browser is signed in',
    'static assets',
    'liveness',
    'signed media URLs',
  ])
  for (const path of [
    '/login',
    '/api/session',
    '/_next/static/chunks/a.js',
    '/icon.svg',
    '/api/health',
    '/api/shared/a.b',
  ]) {
    expect(isOpen(path), path).toBe(true)
  }
  for (const path of [
    '/',
    '/login/',
    '/login/x',
    '/Login',
    '/x/login',
    '/login.rsc',
    '/library/login',
    '/api/sessions',
    '/_next/static',
    '/_next/image',
    '/_next/data/x.json',
    '/api/healthy',
    '/api/health/x',
    '/api/shared',
    '/api/shared/a/b',
    '/api/shared/%2e%2e',
    '/api/media/a',
    '/icon.svg/x',
  ]) {
    expect(isOpen(path), path).toBe(false)
  }
})
