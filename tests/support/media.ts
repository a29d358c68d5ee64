import type { AssetMedium, UrlMedium } from '@/lib/generations/media-input'

/** A picture of the library; another `seed` is another file. */
export function aPicture(change: Partial<AssetMedium> = {}, seed = 'a'): AssetMedium {
  return {
    kind: 'asset',
    hash: seed.repeat(64).slice(0, 64),
    mime: 'image/png',
    bytes: 2_100_000,
    width: 1280,
    height: 720,
    seconds: null,
    name: 'harbour.png',
    ...change,
  }
}

/** A clip of the library, as long as that. */
export function aClip(seconds: number, change: Partial<AssetMedium> = {}): AssetMedium {
  return { ...aPicture({ mime: 'video/mp4', name: 'harbour.mp4', bytes: 8_000_000 }, 'c'), seconds, ...change }
}

export function anAddress(url = 'https://example.com/media/harbour.png', seconds: number | null = null): UrlMedium {
  return { kind: 'url', url, seconds }
}
