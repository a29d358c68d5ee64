import type { NextConfig } from 'next'

// What does not change from answer to answer; the policy with its nonce is set in proxy.ts.
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), serial=(), usb=(), xr-spatial-tracking=()',
  },
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
