import { bytesWords } from '@/components/generation/words'
import type { ClipView } from '@/lib/generations/clip-view'

/** A clip's file in one line: `1920 × 1080, 24 fps, 11.8 MB`. */
export function fileWords({ width, height, fps, bytes }: Pick<ClipView, 'width' | 'height' | 'fps' | 'bytes'>): string {
  const rate = fps === null ? null : `${Number(fps.toFixed(2))} fps`
  return [`${width} × ${height}`, rate, bytesWords(bytes)].filter((part) => part !== null).join(', ')
}

/** A long id, short enough to compare by eye: its first eight and last four characters. */
export function shortId(text: string): string {
  return text.length <= 16 ? text : `${text.slice(0, 4)} ${text.slice(4, 8)} … ${text.slice(-4)}`
}
