import { forViewers } from '@/app/access'
import { readPriceHints } from '@/lib/models/server'

export const dynamic = 'force-dynamic'

/** The last prices known for the picker. */
export const GET = forViewers(async () => {
  return Response.json({ prices: await readPriceHints() })
})
