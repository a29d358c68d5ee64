import { readHealth } from '@/lib/system/health'

export const dynamic = 'force-dynamic'

/** Whether the studio lives and can do its work, and why not: 200 when it can, else 503. */
export async function GET(): Promise<Response> {
  const health = await readHealth()
  return Response.json(health, { status: health.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
