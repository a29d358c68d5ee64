'use client'

import { Moon, Sun } from 'lucide-react'
import type { Theme } from '@/components/shell/theme'
import { otherTheme, switchTheme, useTheme } from '@/components/shell/theme-store'

/** Switches between night and day, and remembers it. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const other = otherTheme(useTheme(initial))
  const Icon = other === 'light' ? Sun : Moon
  return (
    <button
      type="button"
      aria-label={`Use the ${other} theme`}
      onClick={() => switchTheme(other)}
      className="ring-inside mx-1 mt-auto mb-3 hidden h-13 flex-col items-center justify-center gap-1 rounded-control text-caption text-ink-2 transition-colors hover:bg-surface-2 hover:text-ink md:flex"
    >
      <Icon className="size-4.5" strokeWidth={1.5} aria-hidden="true" />
      {other === 'light' ? 'Light' : 'Dark'}
    </button>
  )
}
