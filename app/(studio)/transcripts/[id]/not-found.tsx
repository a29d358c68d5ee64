import { mayLook } from '@/app/access'
import { NotHere } from '@/components/shell/not-here'

export default async function TranscriptNotFound() {
  // Next draws it along with the page, also when the page is refused; its header shows what runs.
  await mayLook()
  return <NotHere tab="Transcripts" path="/transcripts" />
}
