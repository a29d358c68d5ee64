import { forViewers } from '@/app/access'
import { readMarks } from '@/lib/library/marks'

export const dynamic = 'force-dynamic'

/** What the person made of one generation: tags, rating, notes. */
export const GET = forViewers(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const marks = await readMarks((await params).id)
  return marks ? Response.json(marks) : Response.json({ sentence: 'There is no such clip.' }, { status: 404 })
})
