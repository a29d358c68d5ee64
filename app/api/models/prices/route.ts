import { readPriceHints } from '@/lib/models/server'

export const dynamic = 'force-dynamic'

/** The last prices known for the picker. */
export async function GET(): Promise<Response> {
  return Response.json({ prices: await readPriceHints() })
}
