import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: {
      '@': root.replace(/\/$/, ''),
      // Server modules refuse to be imported by client code; in tests there is no client.
      'server-only': `${root}tests/support/server-only.ts`,
    },
  },
  test: {
    include: ['tests/{lib,components}/**/*.test.{ts,tsx}'],
    testTimeout: 90_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
