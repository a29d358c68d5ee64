'use client'

import { endOtherSession, signOut, signOutEverywhere } from '@/app/actions/access'
import { agentWords } from '@/components/settings/agent-words'
import { Refusal } from '@/components/settings/refusal'
import { useSetting } from '@/components/settings/use-setting'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import type { SessionView } from '@/lib/access/view'

interface Props {
  sessions: SessionView[]
  mayChange: boolean
  timeZone: string
}

/** Which browsers are signed in. */
export function SessionsPart({ sessions, mayChange, timeZone }: Props) {
  const { save, saving, refusal } = useSetting()
  const everywhere = useSetting(() => location.assign('/login'))
  const shown = mayChange ? sessions : sessions.filter(({ current }) => current)
  return (
    <Section id="sessions" title="Signed in" note="A browser stays signed in for 30 days">
      <ul className="flex flex-col border-line border-t">
        {shown.map((session) => (
          <li key={session.id} className="flex min-h-13 flex-wrap items-center gap-x-3 border-line border-b py-2">
            <div className="min-w-0 flex-1">
              <p className="truncate text-body">
                {agentWords(session.agent)}
                {session.current && <strong className="font-semibold"> · this one</strong>}
              </p>
              <p className="text-small text-ink-3">
                {session.role === 'owner' ? 'Owner' : 'Viewer'} · since {dayOf(session.createdAt, timeZone)} · last used{' '}
                {dayOf(session.usedAt, timeZone)}
              </p>
            </div>
            {session.current ? (
              <form action={signOut}>
                <Button type="submit">Sign out</Button>
              </form>
            ) : (
              <Button disabled={saving} onClick={() => save(() => endOtherSession(session.id))}>
                Sign it out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="mt-3 flex flex-col gap-3">
          <div>
            <Button size="form" disabled={everywhere.saving} onClick={() => everywhere.save(signOutEverywhere)}>
              Sign out everywhere
            </Button>
          </div>
          <Refusal sentence={refusal ?? everywhere.refusal} />
        </div>
      )}
    </Section>
  )
}

/** The day and minute, in the time zone the server says, so that both draw the same. */
const dayOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)
