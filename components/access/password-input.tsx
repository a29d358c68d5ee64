import type { ComponentProps } from 'react'

/** A field for a secret, as wide as its place. */
export function PasswordInput(rest: ComponentProps<'input'>) {
  return (
    <input
      type="password"
      spellCheck={false}
      {...rest}
      className="h-9 w-full rounded-control border border-control-line bg-surface-2 px-3 max-md:h-11 max-md:text-touch"
    />
  )
}
