import { generateClient, readSettings } from '@/lib/cli/prepare'
import { serve } from '@/lib/cli/serve'

const settings = readSettings()
generateClient()
await serve('dev', settings)
