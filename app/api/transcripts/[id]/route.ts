import { forViewers } from '@/app/access'
import { readTranscript } from '@/lib/generations/transcripts-page'

export const GET = forViewers(async (_request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const transcript = await readTranscript((await params).id)
  return transcript
    ? Response.json(transcript)
    : Response.json({ sentence: 'There is no such transcript.' }, { status: 404 })
})
