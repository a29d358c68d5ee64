'use client'

import { useState } from 'react'
import { removePassword, savePassword } from '@/app/actions/settings'
import { PasswordInput } from '@/components/access/password-input'
import { Refusal } from '@/components/settings/refusal'
import { sourceWords } from '@/components/settings/source-words'
import { useSetting } from '@/components/settings/use-setting'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { PasswordView, Source } from '@/lib/access/view'

interface Props {
  person: 'owner' | 'viewer'
  view: PasswordView
  mayChange: boolean
}

const TITLES = { owner: 'Owner’s password', viewer: 'Viewer’s password' }

/** The password of one role. */
export function PasswordPart({ person, view, mayChange }: Props) {
  const source = view[person]
  const possible = mayChange && source !== 'environment' && (person === 'owner' || view.owner !== null)
  return (
    <Section id={person} title={TITLES[person]} note={sourceWords(source)}>
      <div className="flex flex-col gap-3">
        <p className="text-body text-ink-2">{wordsOf(person, view)}</p>
        {possible && <PasswordForm person={person} source={source} asksOwner={view.owner !== null} view={view} />}
      </div>
    </Section>
  )
}

interface FormProps {
  person: 'owner' | 'viewer'
  source: Source
  asksOwner: boolean
  view: PasswordView
}

function PasswordForm({ person, source, asksOwner, view }: FormProps) {
  const [password, setPassword] = useState('')
  const [current, setCurrent] = useState('')
  const { save, saving, refusal } = useSetting(() => {
    setPassword('')
    setCurrent('')
  })
  const removable = source === 'settings' && !(person === 'owner' && view.needed)
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save(() => savePassword({ role: person, password, current }))
      }}
    >
      <div className="grid gap-3 md:grid-cols-2">
        {asksOwner && (
          <Field id={`${person}-current`} label="Owner’s password now" htmlFor={`${person}-current`}>
            <PasswordInput
              id={`${person}-current`}
              autoComplete="current-password"
              value={current}
              onChange={(event) => setCurrent(event.target.value)}
            />
          </Field>
        )}
        <Field
          id={`${person}-new`}
          label="New password"
          htmlFor={`${person}-new`}
          hint={<span className="text-ink-3">12 characters or more</span>}
        >
          <PasswordInput
            id={`${person}-new`}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="quiet" size="form" disabled={saving || password === ''}>
          {saving ? 'Saving…' : `Set the ${person}’s password`}
        </Button>
        {removable && (
          <Button size="form" disabled={saving} onClick={() => save(() => removePassword({ role: person, current }))}>
            Take it away
          </Button>
        )}
      </div>
      <Refusal sentence={refusal} />
    </form>
  )
}

function wordsOf(person: Props['person'], { owner, viewer, needed }: PasswordView): string {
  if (person === 'viewer') {
    if (owner === null)
      return 'Whoever signs in with it may look, but not spend or change. Set the owner’s password first.'
    if (viewer === 'environment') return 'SQUERO_VIEWER_PASSWORD says it: change it there, and start again.'
    return 'Whoever signs in with it may look, but not spend or change.'
  }
  if (owner === 'environment') return 'SQUERO_PASSWORD says it: change it there, and start again.'
  if (owner === null) {
    return 'Without one, everybody who uses this machine is the owner. With one, every page, clip and file asks for it, and the studio may be opened to other machines.'
  }
  return needed
    ? 'Another one signs out every other browser. It can’t be taken away while other machines reach the studio.'
    : 'Another one signs out every other browser.'
}
