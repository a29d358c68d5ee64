import 'server-only'
import type { InputAudioTrack } from 'mediabunny'
import type { ByteReader } from '@/lib/media/boxes'
import { openTracks, reachesItsEnd } from '@/lib/media/inspect'
import type { Looked } from '@/lib/media/look-into'
import { riffFault } from '@/lib/media/riff'
import { mp3Fault } from '@/lib/media/whole-mp3'
import { throughWindow } from '@/lib/media/window'

/** Whether a WAV or MP3 is whole and of a coding that is read everywhere, and how long it is. */
export async function lookIntoSound(reader: ByteReader, mime: string): Promise<Looked> {
  const ahead = throughWindow(reader)
  const fault = await (mime === 'audio/wav' ? riffFault(ahead) : mp3Fault(ahead))
  if (fault) return { ok: false, fault }
  const input = await openTracks(ahead)
  try {
    return await lookIntoTrack(await input.getPrimaryAudioTrack(), mime)
  } catch {
    return { ok: false, fault: 'unreadable' }
  } finally {
    input.dispose()
  }
}

async function lookIntoTrack(track: InputAudioTrack | null, mime: string): Promise<Looked> {
  if (!track || (await track.getCodec()) === null) return { ok: false, fault: 'unreadable' }
  const durationMs = Math.round((await track.computeDuration()) * 1000)
  if (!(durationMs > 0)) return { ok: false, fault: 'unreadable' }
  if (!(await reachesItsEnd(track))) return { ok: false, fault: 'cut' }
  return { ok: true, facts: { mime, width: 0, height: 0, durationMs, fps: null, hasAudio: true } }
}
