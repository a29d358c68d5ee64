import { readTranscript } from '@/lib/generations/transcripts-page'

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const transcript = await readTranscript((await params).id)
  return transcript
    ? Response.json(transcript)
    : Response.json({ sentence: 'There is no such transcript.' }, { status: 404 })
}
