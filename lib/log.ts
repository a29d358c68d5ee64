import 'server-only'
import pino from 'pino'

/** The server's log: one JSON line an event. Never a key, a `download_url` or a prompt. */
export const log = pino({ name: 'squero', base: null })
