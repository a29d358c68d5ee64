export type Theme = 'dark' | 'light'

/** Where the choice is kept: a cookie, so that the server draws the first paint in it. */
export const THEME_COOKIE = 'squero-theme'

/** Dark unless the person chose light. */
export function readTheme(kept: string | undefined): Theme {
  return kept === 'light' ? 'light' : 'dark'
}
