import { useSyncExternalStore } from 'react'
import { readTheme, THEME_COOKIE, type Theme } from '@/components/shell/theme'

const YEAR_S = 365 * 24 * 60 * 60

const listeners = new Set<() => void>()

/** The theme the page is in; `initial` until it has come alive. */
export function useTheme(initial: Theme): Theme {
  return useSyncExternalStore(onTheme, currentTheme, () => initial)
}

export const currentTheme = (): Theme => readTheme(document.documentElement.dataset.theme)

export const otherTheme = (theme: Theme): Theme => (theme === 'dark' ? 'light' : 'dark')

/** Switches the page to a theme, and remembers it. */
export function switchTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_S}; samesite=strict`
  for (const listener of listeners) listener()
}

function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
