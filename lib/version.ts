import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { once } from '@/lib/once'

const manifest = z.object({ version: z.string() })

/** This Squero's version, as its package.json says it (semver.org). */
export function studioVersion(): string {
  return once('version', () => {
    const text = readFileSync(join(/* turbopackIgnore: true */ process.cwd(), 'package.json'), 'utf8')
    return manifest.parse(JSON.parse(text)).version
  })
}
