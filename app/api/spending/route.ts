import { forViewers } from '@/app/access'
import { readSpending } from '@/lib/generations/spending'
import { readPeriod } from '@/lib/generations/spending-period'

export const dynamic = 'force-dynamic'

/** All that the Spending screen shows of one period. */
export const GET = forViewers(async (request: Request) => {
  return Response.json(await readSpending(readPeriod(new URL(request.url).searchParams.get('period'))))
})
