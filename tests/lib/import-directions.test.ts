import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome')

/** What the linter says to this source, were it in this file. */
function lint(file: string, source: string): string {
  const root = mkdtempSync(join(tmpdir(), 'squero-lint-'))
  copyFileSync('biome.json', join(root, 'biome.json'))
  mkdirSync(join(root, dirname(file)), { recursive: true })
  writeFileSync(join(root, file), `${source}\n`)
  const args = [BIOME, 'lint', '--vcs-enabled=false', '--colors=off', file]
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  return stdout + stderr
}

describe('the linter holds the import directions', () => {
  it.each([
    ['lib/venice/x.ts', "import '@/lib/models/offer'"],
    ['lib/venice/x.ts', "import '@/lib/sandbox/server'"],
    ['lib/sandbox/x.ts', "import '@/lib/venice/request'"],
    ['lib/models/x.ts', "import '@/lib/generations/view'"],
    ['lib/money/x.ts', "import '@/lib/generations/view'"],
    ['lib/media/x.ts', "import '@/lib/db/client'"],
    ['lib/generations/x.ts', "import '@/lib/engine/engine'"],
    ['lib/generations/x.ts', "import 'react'"],
    ['lib/engine/x.ts', "import '@/components/query/keys'"],
    ['lib/generations/x.ts', "import '@/lib/library/take-upload'"],
    ['lib/library/x.ts', "import '@/lib/engine/engine'"],
    ['components/ui/x.ts', "import '@/lib/db/client'"],
  ])('%s may not: %s', (file, source) => {
    expect(lint(file, source)).toContain('noRestrictedImports')
  })

  it.each([
    ['lib/generations/x.ts', "import '@/lib/venice/answers'"],
    ['lib/engine/x.ts', "import '@/lib/generations/advance'"],
    ['lib/library/x.ts', "import '@/lib/generations/store'"],
    ['components/ui/x.ts', "import '@/lib/money/format'"],
    ['app/api/x.ts', "import '@/lib/generations/read'"],
  ])('%s may: %s', (file, source) => {
    expect(lint(file, source)).toContain('No fixes applied')
    expect(lint(file, source)).not.toContain('lint/')
  })

  it('only lib/env reads the environment', () => {
    const source = 'export const home = process.env.HOME'
    expect(lint('lib/engine/x.ts', source)).toContain('noProcessEnv')
    expect(lint('lib/env.ts', source)).not.toContain('noProcessEnv')
  })
})
