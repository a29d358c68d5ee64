import { useEffect, useEffectEvent } from 'react'

/** What keys do, by their `key`. */
export type KeyVerbs = Record<string, (() => void) | undefined>

/**
 * Keys that work anywhere on a page: not while somebody types, nor in a dialog, nor where a control has used the key.
 * Space and Enter stay those of a button or link that has the focus.
 */
export function usePageKeys(verbs: KeyVerbs) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const verb = Object.hasOwn(verbs, event.key) ? verbs[event.key] : undefined
    if (!verb || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    if (isWithin(event.target, TYPING) || (PRESSING.includes(event.key) && isWithin(event.target, PRESSED))) return
    event.preventDefault()
    verb()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const TYPING = 'input:not([type=range]), select, textarea, dialog, [popover], [contenteditable]'
const PRESSING = [' ', 'Enter']
const PRESSED = 'a, button, summary'

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null
