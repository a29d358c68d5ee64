import type { JsonObject, JsonValue } from '@/lib/venice/request'

/** A file of ours in a stored request: its bytes take its place when the request is sent. */
export interface FileRef extends JsonObject {
  /** SHA-256, hexadecimal. */
  file: string
  mime: string
  bytes: number
}

/** A file as a data URL. */
export function dataUrl(mime: string, bytes: Buffer): string {
  return `${prefixOf(mime)}${bytes.toString('base64')}`
}

/** A signed address is no longer. */
const LINK_BYTES = 500

/** How many bytes a request is when it is sent with its files as data URLs, or as links. */
export function bodyBytes(body: JsonObject, files: 'inline' | 'links' = 'inline'): number {
  const weigh = ({ mime, bytes }: FileRef) =>
    files === 'links' ? LINK_BYTES : prefixOf(mime).length + Math.ceil(bytes / 3) * 4
  const inline = filesOf(body).reduce((sum, file) => sum + weigh(file), 0)
  const text = JSON.stringify(body, (_, value) => (isFileRef(value) ? '' : value))
  return new TextEncoder().encode(text).length + inline
}

/** The files of a request, in the order they stand in it. */
export function filesOf(value: JsonValue): FileRef[] {
  if (isFileRef(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(filesOf)
}

/** The request as it is sent: each file replaced by what `open` gives for it, one after the other. */
export async function withFiles(body: JsonObject, open: (file: FileRef) => Promise<string>): Promise<JsonObject> {
  const filled: JsonObject = {}
  for (const [name, value] of Object.entries(body)) filled[name] = await fill(value, open)
  return filled
}

async function fill(value: JsonValue, open: (file: FileRef) => Promise<string>): Promise<JsonValue> {
  if (isFileRef(value)) return open(value)
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) return withFiles(value, open)
  const items: JsonValue[] = []
  for (const item of value) items.push(await fill(item, open))
  return items
}

const prefixOf = (mime: string) => `data:${mime};base64,`

function isFileRef(value: unknown): value is FileRef {
  return typeof value === 'object' && value !== null && 'file' in value && 'mime' in value && 'bytes' in value
}
