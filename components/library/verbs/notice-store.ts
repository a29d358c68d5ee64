/** What was done last, or why it was not. */
export interface Notice {
  /** Another number for each, so that the same words are said again. */
  number: number
  words: string
  refused: boolean
  /** Takes it back; null where that makes no sense. */
  undo: (() => Promise<void>) | null
}

let notice: Notice | null = null
let said = 0
const listeners = new Set<() => void>()

export const currentNotice = () => notice

export function onNotice(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Says what was done, with a way back if there is one. */
export function say(words: string, undo: Notice['undo'] = null): void {
  put({ words, undo, refused: false })
}

/** Says why something was not done. */
export function refuse(words: string): void {
  put({ words, undo: null, refused: true })
}

export function dropNotice(): void {
  notice = null
  for (const listener of listeners) listener()
}

function put(next: Omit<Notice, 'number'>): void {
  said += 1
  notice = { ...next, number: said }
  for (const listener of listeners) listener()
}
