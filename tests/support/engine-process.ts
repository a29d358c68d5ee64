import { startStudio } from '@/lib/engine/studio'

// The studio's work without its pages, in a process of its own that may be killed: see receive-killed.test.ts.
await startStudio()
process.stdout.write('The engine runs.\n')
