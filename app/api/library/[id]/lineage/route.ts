import { forViewers } from '@/app/access'
import { readLineage } from '@/lib/library/lineage'

export const dynamic = 'force-dynamic'

/** Where a clip comes from and what was made of it. */
export const GET = forViewers(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const lineage = await readLineage((await params).id)
  return lineage ? Response.json(lineage) : Response.json({ sentence: 'There is no such clip.' }, { status: 404 })
})
