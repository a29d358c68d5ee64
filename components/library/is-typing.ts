const TYPING = 'input:not([type=range], [type=checkbox], [type=radio]), select, textarea, dialog, [contenteditable]'

/** Whether a key pressed there is meant for a field, or for a dialog that is open: then it is no shortcut. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}
