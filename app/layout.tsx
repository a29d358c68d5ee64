import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
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
  themeColor: [{ media: '(prefers-color-scheme: light)', color: '#faf8f2' }, { color: '#0f1514' }],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${instrument.variable} ${instrumentExt.variable} ${geistMono.variable}`}>
      <body>{children}</body>
    </html>
  )
}
