'use client'

import { Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { THEME_COOKIE, type Theme } from '@/components/shell/theme'

const YEAR_S = 365 * 24 * 60 * 60

/** Switches between night and day, and remembers it. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial)
  const other = theme === 'dark' ? 'light' : 'dark'
  const Icon = other === 'light' ? Sun : Moon
  return (
    <button
      type="button"
      aria-label={`Use the ${other} theme`}
      onClick={() => {
        document.documentElement.dataset.theme = other
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
        document.cookie = `${THEME_COOKIE}=${other}; path=/; max-age=${YEAR_S}; samesite=strict`
        setTheme(other)
      }}
      className="ring-inside mx-1 mt-auto mb-3 hidden h-13 flex-col items-center justify-center gap-1 rounded-control text-caption text-ink-2 transition-colors hover:bg-surface-2 hover:text-ink md:flex"
    >
      <Icon className="size-4.5" strokeWidth={1.5} aria-hidden="true" />
      {other === 'light' ? 'Light' : 'Dark'}
    </button>
  )
}
