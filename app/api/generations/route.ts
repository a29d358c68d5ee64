import { forViewers } from '@/app/access'
import { readBoard } from '@/lib/generations/read'

export const dynamic = 'force-dynamic'

/** What runs, what waits for the person, what ended lately: the one thing the browser polls. */
export const GET = forViewers(async () => {
  return Response.json(await readBoard())
})
