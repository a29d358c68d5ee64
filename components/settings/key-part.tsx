'use client'

import { useState } from 'react'
import { removeKey, saveKey } from '@/app/actions/settings'
import { PasswordInput } from '@/components/access/password-input'
import { Refusal } from '@/components/settings/refusal'
import { sourceWords } from '@/components/settings/source-words'
import { useSetting } from '@/components/settings/use-setting'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { KeyView } from '@/lib/access/view'

/** The key that pays. All that is drawn belongs to one key, so the page is loaded anew after a change. */
export function KeyPart({ view, mayChange }: { view: KeyView; mayChange: boolean }) {
  const [typed, setTyped] = useState('')
  const { save, saving, refusal } = useSetting(() => location.reload())
  return (
    <Section id="key" title="Venice API key" note={sourceWords(view.source)}>
      <div className="flex flex-col gap-3">
        <p className="text-body text-ink-2">{keyWords(view)}</p>
        {view.hidden && (
          <p className="text-body text-ink-2">
            A key that was typed in here is kept as well. It is not used while the environment has one.
          </p>
        )}
        {mayChange && view.source !== 'environment' && (
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault()
              save(() => saveKey(typed))
            }}
          >
            <Field id="new-key" label={view.source === null ? 'Key' : 'Another key'} htmlFor="new-key">
              <PasswordInput
                id="new-key"
                autoComplete="off"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            <p className="text-small text-ink-3">
              It is checked at {view.host} first, which costs nothing. It is kept on this server only, in a file that
              nobody else on it can read, and never shown again. From then on every Generate spends money.
            </p>
            <div>
              <Button type="submit" kind="quiet" size="form" disabled={saving || typed.trim() === ''}>
                {saving ? 'Checking…' : 'Check and keep'}
              </Button>
            </div>
          </form>
        )}
        {mayChange && (view.source === 'settings' || view.hidden) && (
          <div>
            <Button size="form" disabled={saving} onClick={() => save(removeKey)}>
              Remove the key kept here
            </Button>
          </div>
        )}
        <Refusal sentence={refusal} />
      </div>
    </Section>
  )
}

function keyWords({ source, lastFour, host }: KeyView): string {
  const ends = lastFour === null ? 'It is too short to show a part of' : `It ends with ${lastFour}`
  switch (source) {
    case 'environment':
      return `${ends}, and is used at ${host}. VENICE_API_KEY wins over a key typed in here: take it out there and start again to set one here.`
    case 'settings':
      return `${ends}, and is used at ${host}. Without it the sandbox is on; what each key made is kept apart and stays.`
    case null:
      return 'There is none, so the sandbox is on: nothing is spent. What you made in it stays, kept apart.'
  }
}
