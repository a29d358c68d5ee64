import { useSyncExternalStore } from 'react'

/**
 * How this browser tells when a clip is ready. `never`: it can't. `ask`: it would have to ask the person. `blocked`: the
 * person told it not to. `on`, `off`: it may, and the person wants it or not.
 */
export type Telling = 'never' | 'ask' | 'blocked' | 'on' | 'off'

const CHOICE = 'squero.tell.1'
const OFF = 'off'

const listeners = new Set<() => void>()
let refused = false

export function useTelling(): Telling {
  return useSyncExternalStore(onTelling, telling, () => 'never')
}

export function telling(): Telling {
  if (refused || !('Notification' in window)) return 'never'
  switch (Notification.permission) {
    case 'default':
      return 'ask'
    case 'denied':
      return 'blocked'
    case 'granted':
      return isOff() ? 'off' : 'on'
  }
}

/** Turns it on or off. The browser asks the person if it has to: only call this when a person pressed for it. */
export async function tell(on: boolean): Promise<void> {
  // First: the answer may come long after the press, and after another one.
  keepChoice(on)
  changed()
  if (!on || telling() !== 'ask') return
  await Notification.requestPermission()
  changed()
}

/** This browser has notifications but takes none from a page (Chrome on Android). */
export function cannotTell(): void {
  refused = true
  changed()
}

function keepChoice(on: boolean): void {
  try {
    if (on) localStorage.removeItem(CHOICE)
    else localStorage.setItem(CHOICE, OFF)
  } catch {
    // Storage is forbidden: the browser's own permission is all there is.
  }
}

function isOff(): boolean {
  try {
    return localStorage.getItem(CHOICE) === OFF
  } catch {
    return false
  }
}

function onTelling(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function changed(): void {
  for (const listener of listeners) listener()
}
