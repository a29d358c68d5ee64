import type { MediumKind } from '@/lib/generations/media-input'

/** What a file dialog offers for each kind: what Venice takes of it. */
export const ACCEPTED: Record<MediumKind, string> = {
  image: 'image/png,image/jpeg,image/webp,image/gif',
  video: 'video/mp4,video/quicktime,video/webm,.mp4,.mov,.webm',
  audio: 'audio/wav,audio/x-wav,audio/mpeg,.wav,.mp3',
  document: 'application/pdf,text/plain,.pdf,.txt,.md',
}

const ENDINGS: Record<MediumKind, RegExp> = {
  image: /\.(png|jpe?g|webp|gif)$/i,
  video: /\.(mp4|m4v|mov|webm)$/i,
  audio: /\.(wav|mp3)$/i,
  document: /\.(pdf|txt|md)$/i,
}

/** What a file gives itself out as; null when it says nothing known. Whether it is that, the studio looks up inside. */
export function kindOfFile({ type, name }: { type: string; name: string }): MediumKind | null {
  const [family] = type.split('/')
  if (family === 'image' || family === 'video' || family === 'audio') return family
  if (family === 'text' || type === 'application/pdf') return 'document'
  return KINDS.find((kind) => ENDINGS[kind].test(name)) ?? null
}

const KINDS: readonly MediumKind[] = ['image', 'video', 'audio', 'document']

const REFUSED: Record<MediumKind, string> = {
  image: 'is no picture. Choose a PNG, JPEG, WebP or GIF.',
  video: 'is no clip. Choose an MP4, MOV or WebM.',
  audio: 'is no sound. Choose a WAV or MP3.',
  document: 'is no document. Choose a PDF or a plain text.',
}

/** Why a file does not fit a place for `kind`, before anything of it is sent; null when it may. */
export function misfit(file: { type: string; name: string; size: number }, kind: MediumKind): string | null {
  if (file.size === 0) return `${file.name} is empty.`
  const is = kindOfFile(file)
  return is === null || is === kind ? null : `${file.name} ${REFUSED[kind]}`
}
