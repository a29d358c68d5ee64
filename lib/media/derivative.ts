import 'server-only'
import { join } from 'node:path'
import { checkedHash, type MediaFolder } from '@/lib/media/folder'

/** A poster or preview as it lies in the media folder. */
export interface DerivativeFacts {
  kind: 'poster' | 'preview'
  mime: string
  bytes: number
  width: number
  height: number
  madeBy: (typeof MAKERS)[number]
}

export const MAKERS = ['ffmpeg', 'browser', 'sharp'] as const

const FORMS = [
  { kind: 'poster', mime: 'image/webp', ending: 'poster.webp' },
  { kind: 'preview', mime: 'video/mp4', ending: 'preview.mp4' },
  { kind: 'preview', mime: 'video/webm', ending: 'preview.webm' },
] as const

/** Where a derivative is or would be; null for a type the library does not hold. @throws MediaError `bad-name` */
export function derivativePath(
  folder: MediaFolder,
  hash: string,
  derivative: Pick<DerivativeFacts, 'kind' | 'mime'>,
): string | null {
  const form = FORMS.find((one) => one.kind === derivative.kind && one.mime === derivative.mime)
  return form ? join(/* turbopackIgnore: true */ folder.derivatives, `${checkedHash(hash)}.${form.ending}`) : null
}

/** Every place where something made from the clip may lie. @throws MediaError `bad-name` */
export function derivativePaths(folder: MediaFolder, hash: string): string[] {
  return FORMS.map((form) =>
    join(/* turbopackIgnore: true */ folder.derivatives, `${checkedHash(hash)}.${form.ending}`),
  )
}
