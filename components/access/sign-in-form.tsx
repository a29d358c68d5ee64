'use client'

import { useActionState, useEffect } from 'react'
import { signIn } from '@/app/actions/access'
import { PasswordInput } from '@/components/access/password-input'
import { holdPresses } from '@/components/create/press'
import { forgetChanges } from '@/components/library/verbs/changes'
import { fetchJson } from '@/components/query/fetch-json'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { systemClock } from '@/lib/clock'

const ERROR = 'password-error'

/** Works before any script has loaded, too. */
export function SignInForm({ next }: { next: string }) {
  const [{ sentence }, action, waiting] = useActionState(signIn, { sentence: null })
  useGoOnWhenSignedIn(next)
  useEffect(() => {
    holdPresses(systemClock())
    forgetChanges()
  }, [])
  return (
    <form action={action} className="mt-6 flex flex-col gap-4">
      <input type="hidden" name="next" value={next} />
      <Field id="password" label="Password" htmlFor="password">
        <PasswordInput
          id="password"
          name="password"
          autoComplete="current-password"
          autoFocus
          required
          aria-invalid={sentence !== null}
          aria-describedby={sentence === null ? undefined : ERROR}
        />
      </Field>
      {sentence !== null && (
        <p id={ERROR} role="alert" className="-mt-2 text-small text-state-loss">
          {sentence}
        </p>
      )}
      <Button type="submit" kind="quiet" size="form" disabled={waiting}>
        {waiting ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}

/** After a link from another site the page was asked for without its cookie, though this browser may be signed in. */
function useGoOnWhenSignedIn(next: string): void {
  useEffect(() => {
    const stop = new AbortController()
    void fetchJson<{ role: string | null }>('/api/session', stop.signal).then(
      ({ role }) => role !== null && location.replace(next),
      () => undefined,
    )
    return () => stop.abort()
  }, [next])
}
