import { spawnSync } from 'node:child_process'
import { generateClient, say } from '@/lib/cli/prepare'

// npm run check: lint with the import directions, format, types.
generateClient()

const steps = [
  ['Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']],
  ['Types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.']],
] as const

let failed = 0
for (const [name, script, args] of steps) {
  const { status } = spawnSync(process.execPath, [script, ...args], { stdio: 'inherit' })
  say(`${name}: ${status === 0 ? 'clean' : 'FAILED'}`)
  if (status !== 0) failed += 1
}
process.exit(failed)
