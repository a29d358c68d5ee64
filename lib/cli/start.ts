import { buildApp, generateClient, readSettings } from '@/lib/cli/prepare'
import { serve } from '@/lib/cli/serve'

// npm start: everything a fresh clone needs, then the studio. Migrations are applied by the studio itself.
const settings = readSettings()
generateClient()
buildApp()
await serve('start', settings)
