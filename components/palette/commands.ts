import type { LucideIcon } from 'lucide-react'
import { useEffect, useId } from 'react'

/** Something the palette can do on the screen that is open: the button's words, and what pressing it does. */
export interface Command {
  /** Always the same for the same thing, so that "Recent" finds it again: `clip.star`. A later one replaces it. */
  id: string
  /** What it does, as its button says it, with the price if it spends: `Upscale · $0.42`. */
  title: string
  /** The heading it stands under: `This clip`, `3 selected`. */
  group: string
  /** Other words it is found by. */
  words?: string
  Icon?: LucideIcon
  /** The key that does it without the palette, as `?` lists it: `F`. */
  keys?: string
  /** One of many: only there once something is typed. */
  onlyTyped?: boolean
  /** Called after the palette has closed and focus is back. The sentence of what was refused is shown. */
  run: () => Outcome | Promise<Outcome>
}

/** Why it was not done, if it was not. */
export type Outcome = undefined | { ok: true } | { ok: false; sentence: string }

type Offer = readonly Command[]

/** By who offers them: an offer that changes keeps its place. */
const offers = new Map<string, Offer>()
const listeners = new Set<() => void>()
let standing: Offer = []

/**
 * Offers commands in the palette while the component is on screen; the latest offered stand first. Keep the array the
 * same (`useMemo`) while nothing in it changes.
 */
export function useCommands(commands: Offer): void {
  const who = useId()
  useEffect(() => {
    offers.set(who, commands)
    changed()
  }, [who, commands])
  useEffect(
    () => () => {
      offers.delete(who)
      changed()
    },
    [who],
  )
}

/** Everything that is offered now; the same array until that changes. */
export const offeredCommands = (): Offer => standing

export function onCommands(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function changed(): void {
  const byId = new Map<string, Command>()
  for (const command of [...offers.values()].reverse().flat()) if (!byId.has(command.id)) byId.set(command.id, command)
  standing = [...byId.values()]
  for (const listener of listeners) listener()
}
