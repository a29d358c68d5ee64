import 'server-only'
import { causeOf } from '@/lib/errors'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import { findAsset } from '@/lib/generations/store'
import { refuseBroken } from '@/lib/library/refusal'
import { takeUpload } from '@/lib/library/take-upload'
import { log } from '@/lib/log'
import { MediaError } from '@/lib/media/error'
import { probeFfmpeg } from '@/lib/media/ffmpeg'
import { hasRoom, UPLOAD_KEEPS_FREE } from '@/lib/media/room'
import { shrinkClip, shrinkPicture } from '@/lib/media/shrink'
import { assetPath } from '@/lib/media/store'

export type Shrunk = { ok: true; medium: AssetMedium } | { ok: false; sentence: string }

type Asset = NonNullable<Awaited<ReturnType<typeof findAsset>>>

const GONE = 'The file is not in the library any more. Choose another one.'
const NO_FFMPEG =
  'There is no ffmpeg on this machine, which the studio needs to shrink a clip. Install it, or save a smaller clip in another program.'
const FAILED = 'It could not be shrunk. Save it smaller in another program.'
const NOT_SMALLER = 'It is as small as the studio can make it. Use a shorter or simpler one.'
const SOUND = 'The studio does not shrink sounds. Save it as MP3, or a part of it.'
const DOCUMENT = 'The studio does not shrink documents. Save a part of it.'

/**
 * Makes a smaller file of a picture or a clip, and takes it in as a new asset through the checks of every upload; the
 * first one stays as it is.
 * @param ffmpeg the command; left out: the one on this machine; null: there is none
 */
export async function shrinkUpload(hash: string, ffmpeg?: string | null): Promise<Shrunk> {
  const asset = await findAsset(hash)
  if (!asset) return refuse(GONE)
  if (asset.mime.startsWith('audio/')) return refuse(SOUND)
  try {
    if (asset.mime.startsWith('image/')) return await smallerPicture(asset)
    if (!asset.mime.startsWith('video/')) return refuse(DOCUMENT)
    const command = ffmpeg === undefined ? await probeFfmpeg() : ffmpeg
    return command === null ? refuse(NO_FFMPEG) : await smallerClip(asset, command)
  } catch (error) {
    log.warn({ asset: hash, cause: causeOf(error) }, 'a file could not be shrunk')
    // The disk is to blame, not the clip.
    return error instanceof MediaError ? refuseBroken(error, 'clip') : refuse(FAILED)
  }
}

async function smallerPicture(asset: Asset): Promise<Shrunk> {
  const { bytes, ending } = await shrinkPicture(assetPath(await mediaFolder(), asset))
  if (bytes.length >= asset.bytes) return refuse(NOT_SMALLER)
  return takeUpload({
    body: new Blob([new Uint8Array(bytes)]).stream(),
    bytes: bytes.length,
    name: smallName(asset, ending),
  })
}

async function smallerClip(asset: Asset, command: string): Promise<Shrunk> {
  const folder = await mediaFolder()
  if (!(await hasRoom(folder, asset.bytes + UPLOAD_KEEPS_FREE))) return refuseBroken({ code: 'disk-full' }, 'clip')
  const passing = await shrinkClip(command, assetPath(folder, asset), asset, folder)
  try {
    if (passing.bytes >= asset.bytes) return refuse(NOT_SMALLER)
    return await takeUpload({ body: passing.read(), bytes: passing.bytes, name: smallName(asset, 'mp4') })
  } finally {
    await passing.remove()
  }
}

const smallName = ({ name, hash }: Asset, ending: string) =>
  `${(name ?? hash.slice(0, 8)).replace(/\.\w{1,5}$/, '')} small.${ending}`

const refuse = (sentence: string): Shrunk => ({ ok: false, sentence })
