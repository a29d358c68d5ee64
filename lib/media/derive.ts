import 'server-only'
import { readFile, rm } from 'node:fs/promises'
import { causeOf } from '@/lib/errors'
import { log } from '@/lib/log'
import { type DerivativeFacts, derivativePath } from '@/lib/media/derivative'
import { partName, writeDurably } from '@/lib/media/durable'
import { MediaError } from '@/lib/media/error'
import { probeFfmpeg, runFfmpeg } from '@/lib/media/ffmpeg'
import type { MediaFolder } from '@/lib/media/folder'
import { brightness, encodePoster } from '@/lib/media/poster'
import { memoryReader } from '@/lib/media/reader'
import { BLACK, MOST_DERIVATIVE_BYTES, POSTER_PLACES, PREVIEW, posterSize, previewSize } from '@/lib/media/sizes'
import { type ClipFacts, verify } from '@/lib/media/verify'

export type { DerivativeFacts }

export interface DeriveOptions {
  /** The command; left out: the one on this machine; null: there is none. */
  ffmpeg?: string | null
  /** Ends ffmpeg at once; what was being made is not kept. */
  signal?: AbortSignal
}

/**
 * Makes a stored clip's poster and hover preview with ffmpeg.
 * @returns what was made (a browser makes what is missing); null when there is no ffmpeg
 * @throws MediaError `disk-full`, `disk`, `bad-name`, `aborted`
 */
export async function deriveFromClip(
  clipPath: string,
  hash: string,
  folder: MediaFolder,
  clip: ClipFacts,
  { ffmpeg, signal }: DeriveOptions = {},
): Promise<DerivativeFacts[] | null> {
  const command = ffmpeg === undefined ? await probeFfmpeg() : ffmpeg
  if (command === null) return null
  const place = { command, clipPath, hash, folder, clip, signal }
  const made = [await attempt(place, 'poster', makePoster), await attempt(place, 'preview', makePreview)]
  return made.filter((facts) => facts !== null)
}

interface Place {
  command: string
  clipPath: string
  hash: string
  folder: MediaFolder
  clip: ClipFacts
  signal: AbortSignal | undefined
}

/** A clip ffmpeg cannot make a picture of is still a clip; a disk that refuses is another matter. */
async function attempt(
  place: Place,
  kind: DerivativeFacts['kind'],
  make: (place: Place) => Promise<DerivativeFacts>,
): Promise<DerivativeFacts | null> {
  try {
    return await make(place)
  } catch (error) {
    if (place.signal?.aborted) throw new MediaError('aborted', { cause: error })
    if (error instanceof MediaError) throw error
    log.warn({ hash: place.hash, cause: causeOf(error) }, `the ${kind} could not be made`)
    return null
  }
}

async function makePoster(place: Place): Promise<DerivativeFacts> {
  const poster = await encodePoster(await chooseFrame(place), place.clip)
  return keepDerivative(place.folder, place.hash, { kind: 'poster', madeBy: 'ffmpeg', ...poster })
}

async function chooseFrame(place: Place): Promise<Buffer> {
  let chosen = await frameAt(place, POSTER_PLACES[0] ?? 0)
  // A file whose index promises key frames that are none can't be sought in: its first frame can always be had.
  if (chosen.length === 0) return frameAt(place, 0)
  for (const part of POSTER_PLACES.slice(1)) {
    if ((await brightness(chosen)) >= BLACK) break
    const other = await frameAt(place, part)
    if (other.length === 0) break
    if ((await brightness(other)) > (await brightness(chosen))) chosen = other
  }
  return chosen
}

/** One frame as PNG, already small. */
function frameAt({ command, clipPath, clip, signal }: Place, part: number): Promise<Buffer> {
  const { width, height } = posterSize(clip)
  const seek = part === 0 ? [] : ['-ss', ((clip.durationMs / 1000) * part).toFixed(3)]
  const filter = ['-vf', `scale=${width}:${height},setsar=1`, '-frames:v', '1']
  const after = [...filter, '-c:v', 'png', '-f', 'image2pipe']
  return runFfmpeg({ command, input: clipPath, mime: clip.mime, before: seek, after, signal })
}

async function makePreview(place: Place): Promise<DerivativeFacts> {
  const { width, height } = previewSize(place.clip)
  const part = partName(`${place.folder.derivatives}/${place.hash}.preview`)
  const filter = ['-vf', `fps=${PREVIEW.fps},scale=${width}:${height},setsar=1,format=yuv420p`]
  const codec = ['-an', '-sn', '-dn', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '30']
  const format = ['-fs', `${MOST_DERIVATIVE_BYTES}`, '-movflags', '+faststart', '-f', 'mp4']
  try {
    await runFfmpeg({
      command: place.command,
      input: place.clipPath,
      mime: place.clip.mime,
      before: ['-t', `${PREVIEW.seconds}`],
      after: [...filter, ...codec, ...format],
      output: part,
      signal: place.signal,
    })
    const bytes = await readFile(part)
    const verdict = await verify(memoryReader(bytes))
    if (!verdict.ok) throw new Error(verdict.why)
    const size = { width: verdict.clip.width, height: verdict.clip.height }
    return await keepDerivative(place.folder, place.hash, {
      kind: 'preview',
      madeBy: 'ffmpeg',
      mime: verdict.clip.mime,
      bytes,
      ...size,
    })
  } finally {
    await rm(part, { force: true })
  }
}

/** Writes a checked derivative to its place, replacing what is there. @throws MediaError */
export async function keepDerivative(
  folder: MediaFolder,
  hash: string,
  made: Omit<DerivativeFacts, 'bytes'> & { bytes: Uint8Array },
): Promise<DerivativeFacts> {
  const path = derivativePath(folder, hash, made)
  if (!path) throw new MediaError('bad-name')
  await writeDurably(path, made.bytes)
  return { ...made, bytes: made.bytes.length }
}
