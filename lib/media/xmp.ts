import 'server-only'

/** What goes into a file's metadata. */
export interface XmpFacts {
  /** What is to be seen: the prompt. */
  description: string
  /** By what it was made. */
  tool: string
  /** ISO 8601 */
  createdAt: string
  /** Everything else, as JSON. */
  record: string
}

const NAMESPACE = 'urn:squero:clip:1'
const OPEN = '<squero:record>'
const CLOSE = '</squero:record>'
/** IPTC's word for media made by a model (cv.iptc.org/newscodes/digitalsourcetype). */
const MADE_BY_MODEL = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'

/** An XMP packet (ISO 16684-1): its description, tool and date are read by common programs, its record by this one. */
export function writeXmp({ description, tool, createdAt, record }: XmpFacts): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:squero="${NAMESPACE}">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${text(description)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>${text(tool)}</xmp:CreatorTool>
<xmp:CreateDate>${text(createdAt)}</xmp:CreateDate>
<Iptc4xmpExt:DigitalSourceType>${MADE_BY_MODEL}</Iptc4xmpExt:DigitalSourceType>
${OPEN}${text(escapeJson(record))}${CLOSE}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
}

/** The record of a packet as it was written by `writeXmp`; null when it has none. */
export function readXmp(packet: string): string | null {
  const from = packet.indexOf(OPEN)
  const to = packet.indexOf(CLOSE, from)
  if (from < 0 || to < 0 || !packet.includes(NAMESPACE)) return null
  return packet.slice(from + OPEN.length, to).replace(/&(amp|lt|gt);/g, (_, name: string) => SIGNS[name] ?? '')
}

const SIGNS: Record<string, string> = { amp: '&', lt: '<', gt: '>' }

/** What XML may not hold at all goes (XML 1.0, 2.2); the signs it reads as its own are escaped. */
function text(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** The same JSON without characters that XML may not hold or would change: in strings they can be written as `\uXXXX`. */
function escapeJson(json: string): string {
  return json.replace(/[^\n\u0020-\u007E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
