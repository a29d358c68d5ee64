import { bytesWords } from '@/components/generation/words'
import type { Medium } from '@/lib/generations/media-input'

/** What a medium is called: its file's name, or the end of its address. */
export function mediumName(medium: Medium): string {
  if (medium.kind === 'asset') return medium.name
  if (!URL.canParse(medium.url)) return medium.url
  const { hostname, pathname } = new URL(medium.url)
  const last = pathname.split('/').filter(Boolean).at(-1)
  return last === undefined ? hostname : `${last} at ${hostname}`
}

/** What is known of it: `1280 × 720`, `12.4 s`, `2.1 MB`. */
export function mediumFacts(medium: Medium): string[] {
  const length = medium.seconds === null ? [] : [secondsWords(medium.seconds)]
  if (medium.kind === 'url') return ['sent as an address', ...length]
  const { width, height, bytes } = medium
  return [...(width && height ? [`${width} × ${height}`] : []), ...length, bytesWords(bytes)]
}

/** A length to the tenth: `12.4 s`. */
export const secondsWords = (seconds: number) => `${Math.round(seconds * 10) / 10} s`

/** What tells one medium from another: its hash or its address. */
export const mediumKey = (medium: Medium) => (medium.kind === 'asset' ? medium.hash : medium.url)
