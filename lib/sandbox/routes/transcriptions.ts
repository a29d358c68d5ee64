import { randomUUID } from 'node:crypto'
import { type Answer, json, refuseInvalid } from '../answer'
import type { Context } from '../context'
import { TRANSCRIPTION_MICRO_USD } from '../price'
import type { Asked } from '../request'
import { issue } from '../rules/issue'
import { parseBody } from '../rules/parse'
import { transcriptionRequest } from '../rules/schema'
import { seedOf, sha256 } from '../seed'
import { charge } from './charge'

/** The name transcriptions go by in the ledger and the usage history. */
export const TRANSCRIPTION_SKU_MODEL = 'youtube-transcription'

const SENTENCES = [
  'The tide turned a little after six, and the boats came round with it.',
  'You can hear the bell from the far side when the wind is in the east.',
  'She set the glass back into the furnace and counted to nine.',
  'Nobody had rowed that canal since the bridge was closed.',
  'By noon the fog had lifted and the islands were where we had left them.',
  'He said the lamps were lit for the pilots, not for us.',
]

/** `POST /video/transcriptions`: a small fixed charge, then a transcript made up from the address. YouTube only. */
export function transcribeVideo(context: Context, asked: Asked): Answer {
  const body = parseBody(transcriptionRequest, asked.raw)
  const video = youtubeId(body.url)
  if (!video) throw refuseInvalid([issue('url', 'Must be a YouTube video URL', 'invalid_format')])
  charge(context, {
    queueId: randomUUID(),
    model: TRANSCRIPTION_SKU_MODEL,
    microUsd: TRANSCRIPTION_MICRO_USD,
    requestId: asked.requestId,
    bodyHash: sha256(asked.raw),
  })
  const transcript = SENTENCES.map((_, at) => SENTENCES[(at + seedOf(video)) % SENTENCES.length]).join(' ')
  if (body.response_format === 'json') return json({ transcript, lang: 'en' })
  return { status: 200, body: { kind: 'text', text: transcript, type: 'text/plain; charset=utf-8' } }
}

/** The 11 characters that name a video, from any of YouTube's address forms. */
function youtubeId(address: string): string | undefined {
  const form =
    /^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|embed\/|live\/)|youtu\.be\/)([\w-]{11})(?:[?&#/].*)?$/
  return form.exec(address)?.[1]
}
