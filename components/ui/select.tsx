import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

/** The platform's own list, with our edge and arrow. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={`relative flex ${className ?? ''}`}>
      <select
        {...rest}
        className="h-full w-full appearance-none truncate rounded-[inherit] border border-inherit bg-inherit pr-9 pl-3 max-md:text-touch"
      >
        {children}
      </select>
      <ChevronDown
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-2"
        strokeWidth={1.5}
        aria-hidden="true"
      />
    </span>
  )
}
