import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Posters are already made at box size; nothing of the person's is ever fetched by an optimizer.
  images: { unoptimized: true },
  serverExternalPackages: ['better-sqlite3', 'sharp', 'h264-mp4-encoder', 'mediabunny', 'undici', 'file-type'],
  experimental: {
    // Posters and previews made by the browser come in through a server action (see lib/media/derive).
    serverActions: { bodySizeLimit: '1mb' },
  },
}

export default config
