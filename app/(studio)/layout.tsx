import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { mayLook } from '@/app/access'
import { DeriveMissing } from '@/components/derive/derive-missing'
import { CutOff } from '@/components/library/verbs/cut-off'
import { PaletteHost } from '@/components/palette/palette-host'
import { QueryProvider } from '@/components/query/provider'
import { Mark } from '@/components/shell/mark'
import { Nav } from '@/components/shell/nav'
import { readTheme, THEME_COOKIE } from '@/components/shell/theme'
import { ThemeSwitch } from '@/components/shell/theme-switch'
import { Told } from '@/components/told/told'

// Nothing here is made at build time: a build would open, and migrate, the database of the person's own studio.
export const dynamic = 'force-dynamic'

export default async function StudioLayout({ children }: { children: ReactNode }) {
  await mayLook()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <QueryProvider>
      <DeriveMissing />
      <CutOff />
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-surface-3 px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <div className="flex min-h-dvh pb-(--bottom-bar) md:pb-0">
        <div className="md:sticky md:top-0 md:z-10 md:flex md:h-dvh md:flex-col md:w-(--rail) md:shrink-0 md:border-line md:border-r md:bg-surface-1">
          <Mark className="mx-auto mt-5 mb-5 hidden h-6 w-8 md:block" />
          <Nav />
          <ThemeSwitch initial={theme} />
        </div>
        <div className="flex min-w-0 flex-1 flex-col">{children}</div>
      </div>
      <PaletteHost />
      <Told />
    </QueryProvider>
  )
}
