import { subscribe } from 'node:diagnostics_channel'
import { reach } from './boundary.mjs'

// undici tells of each step of a request on these channels, in the middle of doing it; fetch is the same undici.
const STEPS = {
  'undici:client:sendHeaders': 'before send of',
  'undici:request:bodySent': 'after send of',
  'undici:request:headers': 'headers of',
  'undici:request:bodyChunkReceived': 'piece of body of',
  'undici:request:trailers': 'end of body of',
}

const origin = new URL(process.env.VENICE_API_BASE_URL ?? 'http://127.0.0.1').origin

/** The call as the boundary's name has it, or null for what is not of a job's life: prices, the catalogue, the balance. */
function callOf({ origin: to, method, path }) {
  if (String(to) !== origin) return null
  const call = /\/video\/(queue|retrieve|complete)$/.exec(path)?.[1]
  return call ?? (path.startsWith('/media/') ? `${method} link` : null)
}

export function watchNetwork() {
  for (const [channel, step] of Object.entries(STEPS)) {
    subscribe(channel, ({ request }) => {
      const call = callOf(request)
      if (call !== null) reach(`${step} ${call}`)
    })
  }
}
