'use client'

import { type ReactNode, useState } from 'react'
import { addHost, removeHost } from '@/app/actions/settings'
import { Refusal } from '@/components/settings/refusal'
import { useSetting } from '@/components/settings/use-setting'
import { Section } from '@/components/spending/section'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import type { HostsView } from '@/lib/access/view'

/** At which addresses the studio answers. */
export function HostsPart({ view, mayChange }: { view: HostsView; mayChange: boolean }) {
  const { save, saving, refusal } = useSetting()
  return (
    <Section id="hosts" title="Addresses" note={`Listens on ${view.listens}`}>
      <p className="text-body text-ink-2">
        The studio answers at exactly these, and refuses every other: a page of somebody else’s that is made to lead
        here by its name gets nothing.
      </p>
      <ul className="mt-3 flex flex-col border-line border-t">
        {view.always.map((address) => (
          <Address key={address} address={address} from="always" />
        ))}
        {view.environment.map((address) => (
          <Address key={`environment ${address}`} address={address} from="SQUERO_HOSTS" />
        ))}
        {view.settings.map((address) => (
          <Address key={`settings ${address}`} address={address} from="set here">
            {mayChange && (
              <Button
                disabled={saving}
                onClick={() => save(() => removeHost(address))}
                aria-label={`Remove ${address}`}
              >
                Remove
              </Button>
            )}
          </Address>
        ))}
      </ul>
      <div className="mt-4 flex flex-col gap-3">
        {mayChange && <AddAddress mayAdd={view.mayAdd} />}
        <Refusal sentence={refusal} />
        <p className="text-small text-ink-3">
          Where the studio listens is said by HOST and PORT in the environment. A proxy in front must hand on Host as it
          came{view.trustsProxy ? '; X-Forwarded-Host of a proxy is believed (SQUERO_TRUST_PROXY)' : ''}.
        </p>
      </div>
    </Section>
  )
}

function Address({ address, from, children }: { address: string; from: string; children?: ReactNode }) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-line border-b">
      <code className="min-w-0 flex-1 truncate font-mono text-small">{address}</code>
      <span className="text-small text-ink-3">{from}</span>
      {children}
    </li>
  )
}

function AddAddress({ mayAdd }: { mayAdd: boolean }) {
  const [typed, setTyped] = useState('')
  const { save, saving, refusal } = useSetting(() => setTyped(''))
  if (!mayAdd) {
    return <p className="text-body text-ink-2">To add one, set the owner’s password first.</p>
  }
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save(() => addHost(typed))
      }}
    >
      <Field id="address" label="Another address" htmlFor="address">
        <span className="flex gap-2">
          <input
            id="address"
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            placeholder="https://studio.example.com"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="h-9 w-full min-w-0 rounded-control border border-control-line bg-surface-2 px-3 placeholder:text-ink-3 max-md:h-11 max-md:text-touch"
          />
          <Button type="submit" kind="quiet" size="form" disabled={saving || typed.trim() === ''}>
            Add
          </Button>
        </span>
      </Field>
      <Refusal sentence={refusal} />
    </form>
  )
}
