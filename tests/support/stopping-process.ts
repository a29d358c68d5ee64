import { openStudio } from '@/lib/engine/open'

// The studio's work without its pages, in a process of its own that stops as the whole studio does: see stop.test.ts.
await openStudio()
process.stdout.write('The engine runs.\n')
