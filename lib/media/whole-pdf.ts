import 'server-only'
import type { ByteReader } from '@/lib/media/boxes'
import type { Fault } from '@/lib/media/fault'

/** "%%EOF" stands within so many of the last bytes (ISO 32000-1, H.3). */
const TAIL_BYTES = 1024

/** Whether a PDF has the end every reader starts from, and that leads to a table within the file (ISO 32000-1, 7.5.5). */
export async function pdfFault(reader: ByteReader): Promise<Fault | null> {
  const tail = (await reader.read(Math.max(0, reader.bytes - TAIL_BYTES), TAIL_BYTES)).toString('latin1')
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0) return 'cut'
  if (/[^\s\0]/.test(tail.slice(end + '%%EOF'.length))) return 'behind'
  const table = Number(/startxref\s+(\d{1,12})\s*$/.exec(tail.slice(0, end))?.[1] ?? -1)
  if (!(await isTable(reader, table)) || (await saysLonger(reader))) return 'cut'
  return null
}

async function isTable(reader: ByteReader, at: number): Promise<boolean> {
  if (at <= 0 || at >= reader.bytes) return false
  return /^\s*(xref|\d+\s+\d+\s+obj)/.test((await reader.read(at, 40)).toString('latin1'))
}

/** One made for the web has a second end near its beginning, and says how long it is. */
async function saysLonger(reader: ByteReader): Promise<boolean> {
  const head = (await reader.read(0, TAIL_BYTES)).toString('latin1')
  const length = /\/Linearized\b[^>]*\/L\s+(\d{1,12})/.exec(head)?.[1]
  return length !== undefined && Number(length) > reader.bytes
}
