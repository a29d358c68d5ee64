import { LocalTime } from '@/components/generation/local-time'
import { outcomeWords } from '@/components/library/unclear/fit-words'
import type { AttemptView } from '@/lib/generations/unclear-view'

/** Every time the paid request left this machine, with what came back, as text. */
export function Attempts({ attempts }: { attempts: AttemptView[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {attempts.map((attempt) => (
        <li key={attempt.number} className="rounded-control border border-line bg-surface-1 px-3 py-2">
          <p>
            <span className="text-ink-2">
              Sent <LocalTime at={attempt.sentAt} format="date" />
              {attempt.answeredAt !== null && (
                <>
                  , answered <LocalTime at={attempt.answeredAt} format="second" />
                </>
              )}
              {': '}
            </span>
            {outcomeWords(attempt)}.
          </p>
          <Evidence attempt={attempt} />
        </li>
      ))}
    </ol>
  )
}

function Evidence({ attempt: { excerpt, cause } }: { attempt: AttemptView }) {
  const said = excerpt?.trim() || null
  if (said === null && cause === null) return null
  return (
    <dl className="mt-1 text-small">
      {cause !== null && <Line name="What went wrong">{cause}</Line>}
      {said !== null && <Line name="What it said">{said}</Line>}
    </dl>
  )
}

function Line({ name, children }: { name: string; children: string }) {
  return (
    <div className="mt-1 sm:flex sm:gap-2">
      <dt className="w-28 shrink-0 text-ink-3">{name}</dt>
      <dd
        dir="auto"
        className="max-h-32 min-w-0 overflow-y-auto whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]"
      >
        {children}
      </dd>
    </div>
  )
}
