import { NotHere } from '@/components/shell/not-here'

export default function TranscriptNotFound() {
  return <NotHere tab="Transcripts" path="/transcripts" />
}
