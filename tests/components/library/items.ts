import type { LibraryItem } from '@/lib/library/view'

/** A clip of the library; 16:9, charged $0.35. */
export function anItem(id: string, changes: Partial<LibraryItem> = {}): LibraryItem {
  return {
    id,
    createdAt: Date.UTC(2026, 8, 14, 12),
    prompt: `Clip ${id}`,
    model: { id: 'vetro', name: 'Vetro' },
    state: 'done',
    starred: false,
    rating: null,
    projectId: null,
    tags: [],
    sandbox: true,
    chargedMicroUsd: 350_000,
    clip: aClip(1920, 1080),
    unseen: false,
    ...changes,
  }
}

export function aClip(width: number, height: number): NonNullable<LibraryItem['clip']> {
  const src = '/api/media/00'
  return {
    hash: '00',
    src,
    poster: `${src}/poster`,
    preview: null,
    mime: 'video/mp4',
    bytes: 1000,
    width,
    height,
    fileName: 'clip.mp4',
    fps: 24,
    durationMs: 5000,
    hasAudio: false,
  }
}

/** So many clips, named by their place: `0`, `1`, … */
export const someItems = (count: number, changes: (at: number) => Partial<LibraryItem> = () => ({})): LibraryItem[] =>
  Array.from({ length: count }, (_, at) => anItem(String(at), changes(at)))
