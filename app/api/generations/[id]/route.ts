import { forViewers } from '@/app/access'
import { readGeneration } from '@/lib/generations/read'

export const GET = forViewers(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const generation = await readGeneration((await params).id)
  return generation
    ? Response.json(generation)
    : Response.json({ sentence: 'There is no such generation.' }, { status: 404 })
})
