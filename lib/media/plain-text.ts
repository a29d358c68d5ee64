import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'

const PIECE_BYTES = 256 * 1024

/** No text has these: all controls but tab, line feed, vertical tab, form feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/

/** Whether the first bytes of a file are UTF-8 text. A character cut off at their end is no fault. */
export function isText(head: Uint8Array): boolean {
  try {
    return !CONTROLS.test(new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true }))
  } catch {
    return false
  }
}

/** Text that a browser or a shell would run, by name; null when it is none. */
export function markupIn(head: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(head).trimStart()
  if (text.startsWith('#!')) return 'a program'
  if (!/^<[!?a-z]/i.test(text)) return null
  if (/<svg[\s>:]/i.test(text)) return 'an SVG drawing'
  return /^<\?xml/i.test(text) && !/<html[\s>]/i.test(text) ? 'an XML file' : 'a web page'
}

/** Whether a file is UTF-8 text from beginning to end. */
export async function textFault(reader: ByteReader): Promise<Fault | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let readable = false
  for (let at = 0; at < reader.bytes; at += PIECE_BYTES) {
    try {
      const text = decoder.decode(await reader.read(at, PIECE_BYTES), { stream: true })
      if (CONTROLS.test(text)) return 'unreadable'
      readable ||= text.trim() !== ''
    } catch (error) {
      if (error instanceof TypeError) return 'unreadable'
      throw error
    }
  }
  try {
    decoder.decode()
  } catch {
    return 'cut'
  }
  return readable ? null : 'unreadable'
}
