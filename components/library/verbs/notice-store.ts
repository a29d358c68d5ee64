/** What was done last, or why it was not. */
export interface Notice {
  /** Another number for each, so that the same words are said again. */
  number: number
  words: string
  refused: boolean
  /** Takes it back; null where that makes no sense. */
  undo: TakeBack | null
}

type TakeBack = () => Promise<void>

/** So many changes are remembered to be taken back. */
const REMEMBERED = 50

let notice: Notice | null = null
let said = 0
/** What can be taken back, the last change last. */
let changes: TakeBack[] = []
const listeners = new Set<() => void>()

export const currentNotice = () => notice

export function onNotice(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Says what was done; `undo`, which is remembered, is offered with it. */
export function say(words: string, undo: Notice['undo'] = null): void {
  put({ words, undo, refused: false })
}

/** Says why something was not done. */
export function refuse(words: string): void {
  put({ words, undo: null, refused: true })
}

/** Remembers how a change is taken back: by a key, also where that is not offered. */
export function remember(takeBack: TakeBack): void {
  changes = [...changes.slice(1 - REMEMBERED), takeBack]
}

export const isRemembered = (takeBack: TakeBack): boolean => changes.includes(takeBack)

export function forget(takeBack: TakeBack): void {
  changes = changes.filter((other) => other !== takeBack)
}

/**
 * Takes a change back, once; without one, the last that was not taken back yet, however long ago that was.
 * @returns whether there was one
 */
export function takeBack(change = changes.at(-1)): boolean {
  if (!change || !isRemembered(change)) return false
  forget(change)
  dropNotice()
  void change()
  return true
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
