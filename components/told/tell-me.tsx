'use client'

import { Bell, BellRing } from 'lucide-react'
import { useState } from 'react'
import { tell, useTelling } from '@/components/told/telling'
import { Button } from '@/components/ui/button'

const BLOCKED = 'The browser blocks notifications of this page: allow them in its site settings.'

/** Turns system notifications on or off. The browser asks for its permission when this is pressed, and never else. */
export function TellMe() {
  const telling = useTelling()
  const [pressed, setPressed] = useState(false)
  if (telling === 'never') return null
  const on = telling === 'on'
  const Icon = on ? BellRing : Bell
  return (
    <>
      {pressed && telling === 'blocked' && (
        <span role="alert" className="text-small text-state-risk">
          {BLOCKED}
        </span>
      )}
      <Button
        kind="ghost"
        size="card"
        aria-pressed={on}
        title={on ? 'The system tells you when a clip is ready' : 'Let the system tell you when a clip is ready'}
        onClick={() => {
          setPressed(true)
          void tell(!on)
        }}
        className="aria-pressed:text-ink"
      >
        <Icon aria-hidden size={14} strokeWidth={1.5} />
        <span className="max-sm:sr-only">Tell me when ready</span>
      </Button>
    </>
  )
}
