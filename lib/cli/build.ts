import { buildApp, generateClient } from '@/lib/cli/prepare'

// npm run build: what `npm start` would make first, ahead of it: for images, and so that a start is short.
generateClient()
buildApp()
