import { readBoard } from '@/lib/generations/read'

export const dynamic = 'force-dynamic'

/** What runs, what waits for the person, what ended lately: the one thing the browser polls. */
export async function GET(): Promise<Response> {
  return Response.json(await readBoard())
}
