import 'server-only'
import type { Input, InputAudioTrack, InputVideoTrack } from 'mediabunny'
import type { ByteReader } from '@/lib/media/boxes'

/** What a clip is, as shown to people: the size is the one on screen, after rotation and pixel shape. */
export interface ClipFacts {
  mime: string
  width: number
  height: number
  durationMs: number
  /** null when frames come at uneven times. */
  fps: number | null
  hasAudio: boolean
}

export type Inspection =
  | { ok: true; clip: Omit<ClipFacts, 'mime'> }
  | { ok: false; code: 'no-video' | 'cut' | 'unreadable'; why: string }

/** No table and no frame of a clip is this large; a file that says so must not fill the memory. Bytes. */
const MOST_AT_ONCE = 64 * 1024 * 1024
/** Frames looked at for the frame rate. */
const SAMPLE = 120

/** Reads the tables of an MP4, MOV or WebM and the last packet of every track: what the tables promise must be there. */
export async function inspect(reader: ByteReader): Promise<Inspection> {
  const input = await openTracks(reader)
  try {
    const video = await input.getPrimaryVideoTrack()
    if (!video) return { ok: false, code: 'no-video', why: 'The file has no video in it.' }
    return await inspectTracks(video, await input.getAudioTracks())
  } catch (cause) {
    return { ok: false, code: 'unreadable', why: `The file cannot be read: ${reason(cause)}` }
  } finally {
    input.dispose()
  }
}

/** The tracks of a file of any kind the library takes; the caller disposes of it. */
export async function openTracks(reader: ByteReader): Promise<Input> {
  const { CustomSource, Input, MP3, MP4, QTFF, WAVE, WEBM } = await import('mediabunny')
  const source = new CustomSource({
    getSize: () => reader.bytes,
    read: (start, end) => {
      if (end - start > MOST_AT_ONCE) throw new Error('a part of it is far too large.')
      return reader.read(start, end - start)
    },
    handleUnhandledError: () => undefined,
  })
  refuseCircles(source)
  return new Input({ source, formats: [MP4, QTFF, WEBM, WAVE, MP3] })
}

/** Ranges a reader may go back to while it reads on, and how often. */
const NEAR = 4
const MOST_REPEATS = 10_000

/**
 * Mediabunny 1.61 looks for the next element of a damaged WebM from the same place again and again, out of its cache and
 * without ever waiting: no timer could stop it, and the studio would stand still. Its own reads are counted instead.
 */
function refuseCircles(source: object): void {
  const read: unknown = Reflect.get(source, '_read')
  if (typeof read !== 'function') return
  const recent: string[] = []
  let repeats = 0
  Reflect.set(source, '_read', (start: number, end: number, ...rest: unknown[]) => {
    const range = `${start}-${end}`
    if (recent.includes(range)) {
      repeats += 1
      if (repeats > MOST_REPEATS) throw new Error('its parts do not follow each other.')
    } else {
      repeats = 0
      recent.push(range)
      if (recent.length > NEAR) recent.shift()
    }
    return Reflect.apply(read, source, [start, end, ...rest])
  })
}

async function inspectTracks(video: InputVideoTrack, audio: InputAudioTrack[]): Promise<Inspection> {
  if ((await video.getCodec()) === null) {
    return { ok: false, code: 'unreadable', why: 'The pictures are encoded in a way no browser plays.' }
  }
  for (const track of [video, ...audio]) {
    if (!(await reachesItsEnd(track))) {
      return { ok: false, code: 'cut', why: 'The file is shorter than its own table of contents says.' }
    }
  }
  const [width, height, first, end] = await Promise.all([
    video.getDisplayWidth(),
    video.getDisplayHeight(),
    video.getFirstTimestamp(),
    video.computeDuration(),
  ])
  const seconds = end - Math.max(0, first)
  if (!(width > 0 && height > 0 && seconds > 0)) {
    return { ok: false, code: 'unreadable', why: 'The file does not say how large or how long its picture is.' }
  }
  const fps = await frameRate(video)
  return {
    ok: true,
    clip: { width, height, durationMs: Math.round(seconds * 1000), fps, hasAudio: audio.length > 0 },
  }
}

/** Whether the last packet of a track is in the file with all its bytes. */
export async function reachesItsEnd(track: InputVideoTrack | InputAudioTrack): Promise<boolean> {
  const { EncodedPacketSink } = await import('mediabunny')
  const last = await new EncodedPacketSink(track).getPacket(Number.POSITIVE_INFINITY)
  return last !== null && last.data.length === last.byteLength && last.byteLength > 0
}

async function frameRate(video: InputVideoTrack): Promise<number | null> {
  const { underlyingFrameRate } = await video.computeFrameRateMetrics({ targetPacketCount: SAMPLE })
  return underlyingFrameRate === null ? null : Math.round(underlyingFrameRate * 1000) / 1000
}

const reason = (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
