import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

// Promise 22: nothing known-bad ships. tests/floors.json says for each direct dependency below which version it must not
// go, and why; whoever learns of a bad version raises its floor there.

const read = <T>(file: string, schema: z.ZodType<T>): T => schema.parse(JSON.parse(readFileSync(file, 'utf8')))

const versions = z.record(z.string(), z.string())
const manifest = read(
  'package.json',
  z.object({ version: z.string(), dependencies: versions, devDependencies: versions }),
)
const floors = read('tests/floors.json', z.record(z.string(), z.object({ floor: z.string(), why: z.string().min(10) })))
const locked = read(
  'package-lock.json',
  z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) }),
).packages

const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

/** Whole releases: below 0 when `one` is the older. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number))
  const differs = [0, 1, 2].find((at) => a?.[at] !== b?.[at])
  return differs === undefined ? 0 : (a?.[differs] ?? 0) - (b?.[differs] ?? 0)
}

test('versions are compared by number', () => {
  expect(['9.0.0', '10.0.1', '10.0.0', '10.2.0'].sort(compare)).toEqual(['9.0.0', '10.0.0', '10.0.1', '10.2.0'])
})

test('every direct dependency has a floor, and nothing else has one', () => {
  expect(Object.keys(floors).sort()).toEqual(direct.map(([name]) => name).sort())
})

describe('no direct dependency is below its floor', () => {
  test.each(direct)('%s %s', (name, wanted) => {
    // Pinned: what is tested is what ships.
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/)
    expect(locked[`node_modules/${name}`]?.version).toBe(wanted)
    const installed = read(`node_modules/${name}/package.json`, z.object({ version: z.string() }))
    expect(installed.version).toBe(wanted)
    expect(compare(wanted, floors[name]?.floor ?? '')).toBeGreaterThanOrEqual(0)
  })
})

test('wherever else in the tree one of them is, it is not below its floor either', () => {
  const below = Object.entries(locked).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    const floor = floors[name]
    // What tools bring of an older line is theirs, unless the floor stands for something bad.
    if (!floor || version === undefined || floor.why === TRIED || path === `node_modules/${name}`) return []
    return compare(version, floor.floor) < 0 ? [`${path} ${version}`] : []
  })
  expect(below).toEqual([])
})

const TRIED = 'the tests ran with it'

test('SQLite is free of the corruption that 3.51.3 mended', () => {
  const database = new Database(':memory:')
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  database.close()
  expect(compare(version, '3.51.3')).toBeGreaterThanOrEqual(0)
})

describe('CHANGELOG.md', () => {
  const text = readFileSync('CHANGELOG.md', 'utf8')
  const released = [...text.matchAll(/^## (\d+\.\d+\.\d+), \d{4}-\d\d-\d\d$/gm)].map((found) => found[1] ?? '')

  test('tells what is in the version of package.json', () => {
    expect(released[0]).toBe(manifest.version)
  })

  test('has its versions in their order', () => {
    expect(released.toSorted(compare).reverse()).toEqual(released)
  })
})
