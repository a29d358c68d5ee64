import { type Answer, refuse } from '../answer'
import { HOUR } from '../clock'
import type { Context } from '../context'
import type { Asked } from '../request'
import type { JobRecord } from '../store/jobs'
import { stateOf } from './retrieve'

/** A download URL dies a day after it was handed out, and bears a few GETs only. */
const LINK_LIFE = 24 * HOUR
const MOST_GETS = 4

/** `GET download_url`: the clip, whole or a range of it. The token in the path is the secret; no key is asked for. */
export function downloadClip(context: Context, asked: Asked): Answer {
  const job = jobByLink(context, asked)
  const clip = stateOf(context, job) === 'finished' ? context.studio.clip(job.footage) : undefined
  if (!clip) throw refuse(404, 'The file is not ready yet.')
  if (job.downloads >= MOST_GETS) throw refuse(429, 'Too many downloads of this file.')
  const { size } = clip
  const etag = `"${clip.tag}"`
  // A range of another version is no use: then all of it is sent (RFC 9110, 13.1.5).
  const condition = asked.headers['if-range']
  const range = condition === undefined || condition === etag ? rangeOf(asked.headers.range, size) : undefined
  context.jobs.countDownload(job.queueId)
  const headers: Record<string, string> = { 'accept-ranges': 'bytes', etag }
  if (range) headers['content-range'] = `bytes ${range.from}-${range.to}/${size}`
  const { from, to } = range ?? { from: 0, to: size - 1 }
  return { status: range ? 206 : 200, headers, body: { kind: 'clip', clip, from, to } }
}

/** `DELETE download_url`: revokes the link and the media behind it. */
export function deleteDownload(context: Context, asked: Asked): Answer {
  context.jobs.delete(jobByLink(context, asked).queueId)
  return { status: 204, body: { kind: 'empty' } }
}

/** Throws 404 for a token never handed out, 410 for one that expired or was revoked. */
function jobByLink(context: Context, asked: Asked): JobRecord {
  const job = context.jobs.findByToken(tokenOf(asked.path))
  if (!job) throw refuse(404, 'Not found')
  if (job.deleted || context.now() >= job.acceptedAt + LINK_LIFE) throw refuse(410, 'This link is no longer valid.')
  return job
}

export const tokenOf = (path: string) => path.replace(/^\/media\//, '').replace(/\.mp4$/, '')

/** One `bytes=` range, clamped to the file. Throws 416 when nothing of it lies inside. */
function rangeOf(header: string | undefined, size: number): { from: number; to: number } | undefined {
  const found = header?.match(/^bytes=(\d*)-(\d*)$/)
  if (!found || (found[1] === '' && found[2] === '')) return undefined
  const from = found[1] === '' ? Math.max(0, size - Number(found[2])) : Number(found[1])
  const to = found[1] === '' || found[2] === '' ? size - 1 : Math.min(size - 1, Number(found[2]))
  if (from > to) throw refuse(416, 'Range not satisfiable', {}, { 'content-range': `bytes */${size}` })
  return { from, to }
}
