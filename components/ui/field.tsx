import type { ReactNode } from 'react'

interface FieldProps {
  /** Begins the ids of the label, the hint and the error, so that the control can name them. */
  id: string
  label: string
  /** The control the label belongs to; without it the label is plain text that a group refers to. */
  htmlFor?: string
  hint?: ReactNode
  error?: string
  children: ReactNode
  className?: string
}

export const labelId = (id: string) => `${id}-label`
export const errorId = (id: string) => `${id}-error`

/** A control under its label, its error beneath. */
export function Field({ id, label, htmlFor, hint, error, children, className }: FieldProps) {
  const Label = htmlFor ? 'label' : 'span'
  return (
    <div className={`flex min-w-0 flex-col gap-2 ${className ?? ''}`}>
      <div className="flex items-baseline justify-between gap-3 text-small text-ink-2">
        <Label id={labelId(id)} htmlFor={htmlFor}>
          {label}
        </Label>
        {hint}
      </div>
      {children}
      {error && (
        <p id={errorId(id)} className="-mt-1 text-small text-state-loss">
          {error}
        </p>
      )}
    </div>
  )
}
