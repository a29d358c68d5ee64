import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Squero',
    short_name: 'Squero',
    start_url: '/',
    display: 'standalone',
    background_color: '#0a0e0d',
    theme_color: '#0f1514',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
