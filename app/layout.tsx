import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { readTheme, THEME_COOKIE } from '@/components/shell/theme'
import { geistMono, instrument, instrumentExt } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Squero', template: '%s · Squero' },
  description: 'Prices a shot before it is bought, buys it once, keeps it.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: '#0f1514',
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    // The theme may be switched in the page before React takes the markup over.
    <html
      lang="en"
      data-theme={theme}
      suppressHydrationWarning
      className={`${instrument.variable} ${instrumentExt.variable} ${geistMono.variable}`}
    >
      <body>{children}</body>
    </html>
  )
}
