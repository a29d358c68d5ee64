'use client'

import { SlidersHorizontal, TextCursorInput } from 'lucide-react'
import { fillForm } from '@/components/create/form-store'
import { Button } from '@/components/ui/button'
import type { Complaint, GenerationView } from '@/lib/generations/view'

interface UseAgainProps {
  view: GenerationView
  /** Called after the form was filled. */
  onUsed?: (() => void) | undefined
}

/** Fills the form with everything this generation was made from; `first` where it is the first thing to do. */
export function UseSettings({ view, first = false, onUsed }: UseAgainProps & { first?: boolean }) {
  return (
    <Fill
      input={view.input}
      fromId={view.id}
      what="settings"
      complaints={view.problem?.complaints}
      kind={first ? 'plain' : 'ghost'}
      onUsed={onUsed}
    >
      <SlidersHorizontal aria-hidden size={14} strokeWidth={1.5} />
      Use settings
    </Fill>
  )
}

/** Fills in the prompt alone; every other choice stays. */
export function UsePrompt({ view, onUsed }: UseAgainProps) {
  return (
    <Fill input={view.input} fromId={view.id} what="prompt" kind="ghost" onUsed={onUsed}>
      <TextCursorInput aria-hidden size={14} strokeWidth={1.5} />
      Use prompt
    </Fill>
  )
}

/** Fills in the prompt that the vendor suggested instead of the refused one, if it did. */
export function UseSuggestedPrompt({ view, onUsed }: UseAgainProps) {
  const suggested = view.problem?.suggestedPrompt ?? null
  if (suggested === null) return null
  return (
    <Fill
      input={{ ...view.input, prompt: suggested }}
      fromId={view.id}
      what="prompt"
      kind="plain"
      title={suggested}
      onUsed={onUsed}
    >
      Use suggested prompt
    </Fill>
  )
}

interface FillProps extends React.PropsWithChildren {
  input: GenerationView['input']
  /** The generation it is of. */
  fromId: string
  what: 'settings' | 'prompt'
  complaints?: readonly Complaint[] | undefined
  kind: 'plain' | 'ghost'
  title?: string
  onUsed?: (() => void) | undefined
}

export function Fill({ input, fromId, what, complaints = [], kind, title, onUsed, children }: FillProps) {
  const fill = () => {
    fillForm({ input, fromId, what, complaints })
    onUsed?.()
  }
  return (
    <Button kind={kind} size="card" title={title} onClick={fill}>
      {children}
    </Button>
  )
}
