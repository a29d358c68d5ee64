import { readGeneration } from '@/lib/generations/read'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const generation = await readGeneration((await params).id)
  return generation
    ? Response.json(generation)
    : Response.json({ sentence: 'There is no such generation.' }, { status: 404 })
}
