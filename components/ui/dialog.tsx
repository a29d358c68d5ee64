'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Sheet } from '@/components/ui/sheet'

interface DialogProps {
  title: string
  save: string
  saving: boolean
  refusal: string | null
  onSave: () => void
  onClose: () => void
  children: ReactNode
}

/** A small form over the page: in its middle at a desk, at its foot on the phone. */
export function Dialog({ title, save, saving, refusal, onSave, onClose, children }: DialogProps) {
  return (
    <Sheet
      label={title}
      onClose={onClose}
      className="w-105 max-w-full rounded-card p-5 max-md:mt-auto max-md:w-full max-md:rounded-b-none md:m-auto"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
        className="flex flex-col gap-4"
      >
        <h2 className="font-semibold text-title">{title}</h2>
        {children}
        {refusal && (
          <p role="alert" className="text-small text-state-loss">
            {refusal}
          </p>
        )}
        <div className="flex justify-end gap-2">
          <Button kind="ghost" size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" kind="quiet" size="form" disabled={saving}>
            {saving ? 'Saving…' : save}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
