import { readSpending } from '@/lib/generations/spending'
import { readPeriod } from '@/lib/generations/spending-period'

export const dynamic = 'force-dynamic'

/** All that the Spending screen shows of one period. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await readSpending(readPeriod(new URL(request.url).searchParams.get('period'))))
}
