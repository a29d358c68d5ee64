import type { NextConfig } from 'next'

const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run check`, tests included: the first start of a fresh clone need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Posters are already made at box size; nothing of the person's is ever fetched by an optimizer.
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'sharp', 'h264-mp4-encoder', 'mediabunny', 'undici', 'file-type'],
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
}

export default config
