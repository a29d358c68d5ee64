import { NotHere } from '@/components/shell/not-here'

export default function GenerationNotFound() {
  return <NotHere tab="Library" path="/library" />
}
