import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { childEnvironment, type Environment, EnvironmentError, environment } from '@/lib/env'

const GENERATED = 'lib/generated/prisma/client.ts'
const BUILT = '.next/squero-build'
/** What a build is made from; a change in any of it means: build again. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Reads `.env` and the settings; says what is wrong with them and ends the process. */
export function readSettings(): Environment {
  if (existsSync('.env')) process.loadEnvFile('.env')
  try {
    return environment()
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    fail(error.sentences.join('\n'))
  }
}

/** Generates the database client when the schema is not the one it was made from. */
export function generateClient(): void {
  const stamp = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  const stampFile = 'lib/generated/made-from'
  if (existsSync(GENERATED) && readIfThere(stampFile) === stamp) return
  // Generating never runs the schema engine, but the tool insists on having one, and would download it:
  // for this one command any existing file stands in for it.
  run('prisma', 'node_modules/prisma/build/index.js', ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath })
  writeStamp(stampFile, stamp)
}

/** Builds the app when its sources are not those of the last build. */
export function buildApp(): void {
  const stamp = hashOf(SOURCES)
  if (existsSync('.next/BUILD_ID') && readIfThere(BUILT) === stamp) return
  say('Building Squero. This takes a minute the first time.')
  run('next', NEXT, ['build'], { NODE_ENV: 'production' })
  writeStamp(BUILT, stamp)
}

/** The Next command, run by Node itself so that signals reach the right process. */
export const NEXT = 'node_modules/next/dist/bin/next'

/** A line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says what is wrong and ends the process. */
export function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function run(name: string, script: string, args: string[], changes: Record<string, string>): void {
  if (!existsSync(script)) fail('Run `npm ci` first: the packages are not installed.')
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: childEnvironment({ ...changes, PATH: pathWithNode(), NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }),
  })
  if (status !== 0) fail(`\`${name} ${args.join(' ')}\` failed: what it says stands above.`)
}

/** Next's bundler starts `node` by its name, which need not be on the PATH of who started this one by its place. */
const pathWithNode = () => [childEnvironment({}).PATH, dirname(process.execPath)].filter(Boolean).join(delimiter)

function writeStamp(file: string, stamp: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, stamp)
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : null)

function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  const entries = readdirSync(dirname(path), { withFileTypes: true })
  if (entries.find((entry) => join(dirname(path), entry.name) === path)?.isFile()) return [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
