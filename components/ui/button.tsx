import type { ComponentProps } from 'react'

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-2 rounded-control border font-medium whitespace-nowrap transition-colors select-none aria-disabled:opacity-60 disabled:opacity-60'

const KINDS = {
  /** The usual one: an edge and ink. */
  plain: 'border-line-strong text-ink hover:bg-surface-3',
  /** The first among several. */
  quiet: 'border-line bg-surface-3 text-ink hover:border-line-strong',
  /** Icon or words alone, beside other actions. */
  ghost: 'border-transparent text-ink-2 font-normal hover:bg-surface-3 hover:text-ink',
  /** Spends: it carries its price. */
  buy: 'border-transparent bg-brass text-on-brass font-semibold hover:bg-brass-hover active:bg-brass-press disabled:bg-surface-3 disabled:text-ink-2 disabled:opacity-100',
  /** Confirms what cannot be taken back. */
  loss: 'border-transparent bg-state-loss text-ink-inverse hover:opacity-90',
}

const SIZES = {
  card: 'h-7 px-2 text-small max-md:h-11 max-md:px-3 max-md:text-body',
  bar: 'h-8 px-3 text-body max-md:h-11',
  form: 'h-9 px-3 text-body max-md:h-11',
}

export interface ButtonLook {
  kind?: keyof typeof KINDS
  size?: keyof typeof SIZES
}

/** The look of a button, for links that act like one. */
export function buttonClass({ kind = 'plain', size = 'bar' }: ButtonLook = {}, extra = ''): string {
  return `${BASE} ${KINDS[kind]} ${SIZES[size]} ${extra}`
}

export function Button({ kind, size, className, ...rest }: ComponentProps<'button'> & ButtonLook) {
  return <button type="button" {...rest} className={buttonClass({ kind, size }, className)} />
}
