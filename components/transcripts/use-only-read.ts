import { type RefObject, useEffect } from 'react'

/**
 * Lets nothing be written into a field. Its caret stays: with `readOnly` Chromium takes it away, and with it every way to
 * select a part by keyboard.
 */
export function useOnlyRead(area: RefObject<HTMLTextAreaElement | null>) {
  useEffect(() => {
    const element = area.current
    const refuse = (event: Event) => event.preventDefault()
    element?.addEventListener('beforeinput', refuse)
    return () => element?.removeEventListener('beforeinput', refuse)
  }, [area])
}

/** What can't be refused (a word half composed) is not taken over: the text stays as it came. */
export const keepAsItIs = () => {}
