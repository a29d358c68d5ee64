import { useEffect, useEffectEvent } from 'react'

/** What keys do, by their `key`. */
export type KeyVerbs = Record<string, (() => void) | undefined>

/**
 * Keys that work anywhere on a page: not while somebody types, nor in a dialog, nor where a control has used the key.
 * Space and Enter stay those of a button or link that has the focus, the arrows those of a choice.
 */
export function usePageKeys(verbs: KeyVerbs) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const verb = Object.hasOwn(verbs, event.key) ? verbs[event.key] : undefined
    if (!verb || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    if (isTyping(event.target) || OWN.some(({ keys, of }) => keys.includes(event.key) && isWithin(event.target, of)))
      return
    event.preventDefault()
    verb()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Whether a key pressed there is meant for a field or for something that lies over the page: then it is no shortcut. */
export const isTyping = (target: EventTarget | null): boolean => isWithin(target, TYPING)

const TYPING =
  'input:not([type=range], [type=checkbox], [type=radio]), select, textarea, dialog, [popover], [contenteditable]'

/** Keys that some controls have a use for themselves. */
const OWN = [
  { keys: [' ', 'Enter'], of: 'a, button, summary, input[type=radio]' },
  { keys: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'], of: 'input[type=radio]' },
]

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null
