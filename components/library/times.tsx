import { LocalTime } from '@/components/generation/local-time'
import { Fact, FactList } from '@/components/library/fact-list'
import type { GenerationView } from '@/lib/generations/view'

/** When each step happened. */
export function Times({ view }: { view: GenerationView }) {
  const steps: [string, number | null][] = [
    ['Recorded', view.createdAt],
    ['Sent', view.sentAt],
    ['Accepted', view.acceptedAt],
    ['Media ready', view.mediaReadyAt],
    ['Saved here', view.storedAt],
    ['Ended', view.storedAt === null ? view.endedAt : null],
  ]
  return (
    <FactList title="Times">
      {steps.map(([name, at], index) => (
        <Fact key={name} name={name}>
          {at && <LocalTime at={at} format={index === 0 ? 'date' : 'second'} />}
        </Fact>
      ))}
    </FactList>
  )
}
