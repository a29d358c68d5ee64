import { studioDb } from '@/lib/db/client'

export const dynamic = 'force-dynamic'

/** Whether the studio answers and its database opens. */
export async function GET(): Promise<Response> {
  await studioDb()
  return Response.json({ ok: true })
}
