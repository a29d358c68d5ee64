'use client'

import { useState } from 'react'
import { cancelGeneration, confirmConsent } from '@/app/actions/generations'
import { sum } from '@/components/generation/money-words'
import { useAct } from '@/components/queue/use-act'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'
import type { ConsentView, GenerationView } from '@/lib/generations/view'

/** What the request then says on the person's behalf (`consents.seedance`), in plain words. */
const CONFIRMATIONS = [
  'I have read the provider’s terms and privacy policy, and accept them.',
  'I have the right to use this media, and the consent of everyone shown in it.',
  'I know that the media is screened before it is processed.',
]

/** Leads to what Venice wants agreed to. */
export function ReadAndConfirm({ view }: { view: GenerationView }) {
  const [open, setOpen] = useState(false)
  if (!view.consent) return null
  return (
    <>
      <Button size="card" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Read and confirm
      </Button>
      {open && <Consent view={view} consent={view.consent} onClose={() => setOpen(false)} />}
    </>
  )
}

interface ConsentProps {
  view: GenerationView
  consent: ConsentView
  onClose: () => void
}

function Consent({ view, consent, onClose }: ConsentProps) {
  const { act, pending, refusal } = useAct(view.id)
  const [ticked, setTicked] = useState(() => CONFIRMATIONS.map(() => false))
  const all = ticked.every(Boolean)
  return (
    <Sheet
      label={TITLE}
      onClose={onClose}
      className="m-auto max-h-[calc(100dvh-2rem)] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-card p-5"
    >
      <h2 className="font-semibold text-title">{TITLE}</h2>
      <p className="mt-1 text-ink-2">{facesWords(consent.roles)} Nothing is spent until you confirm.</p>
      <Policy consent={consent} />
      <fieldset className="mt-4 flex flex-col gap-1">
        <legend className="sr-only">Your confirmations</legend>
        {CONFIRMATIONS.map((words, at) => (
          <label key={words} className="flex cursor-pointer gap-3 rounded-small py-1.5 max-md:py-2.5">
            <input
              type="checkbox"
              checked={ticked[at]}
              onChange={({ target: { checked } }) => setTicked(ticked.with(at, checked))}
              className="mt-0.5 size-4 shrink-0 accent-ink"
            />
            {words}
          </label>
        ))}
      </fieldset>
      {refusal && (
        <p role="alert" className="mt-2 text-state-loss">
          {refusal}
        </p>
      )}
      <div className="mt-4 flex flex-wrap items-center justify-end gap-2">
        <Button kind="ghost" disabled={pending} onClick={() => act(() => cancelGeneration(view.id))}>
          Decline, costs nothing
        </Button>
        <Button kind="buy" disabled={!all || pending} onClick={() => act(() => confirmConsent(view.id))}>
          Confirm and send · {sum(view.quote.microUsd)}
        </Button>
      </div>
    </Sheet>
  )
}

const TITLE = 'Venice asks for your consent'

/** The policy word for word, as text; a link only where it leads to a web page. */
function Policy({ consent: { policyText, version, docsUrl } }: { consent: ConsentView }) {
  return (
    <>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label="Policy"
        dir="auto"
        className="mt-3 max-h-56 overflow-y-auto whitespace-pre-wrap break-words rounded-control border border-line bg-surface-1 p-3 text-prompt"
      >
        {policyText}
      </section>
      <p className="mt-2 flex flex-wrap gap-x-4 text-ink-3 text-small">
        <span>Version {version}</span>
        {docsUrl?.startsWith('https://') && (
          <a
            href={docsUrl}
            target="_blank"
            rel="noreferrer noopener"
            className="text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
          >
            More in Venice’s documentation
          </a>
        )}
      </p>
    </>
  )
}

/** Where faces were found, in the vendor's names for them. */
function facesWords(roles: string[]): string {
  if (roles.length === 0) return 'It found a face in what you send.'
  return `It found a face in: ${roles.map((role) => role.replaceAll('_', ' ')).join(', ')}.`
}
