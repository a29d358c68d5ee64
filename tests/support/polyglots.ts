import { crc32 } from 'node:zlib'
import { join, mp3, pdf, picture, plainText, wav } from '@/tests/support/files'
import { shoot, shootWebm } from '@/tests/support/footage'

/** What a file would do if a browser took it for a page or a script: it asks for this, and opens a dialog. */
export const RAN = '/api/health?ran'
const RUN = `fetch('${RAN}');alert(1)`

const PAYLOADS: [string, string][] = [
  ['a script', `<script>${RUN}</script>`],
  ['a page', `<!doctype html><html><head><title>x</title></head><body><script>${RUN}</script></body></html>`],
  ['XHTML', `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>${RUN}</script></body></html>`],
  ['an SVG', `<svg xmlns="http://www.w3.org/2000/svg"><script>${RUN}</script></svg>`],
  ['a loading SVG', `<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`],
  ['a broken picture', `<img src=x onerror="${RUN}">`],
  ['a frame', `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`],
  ['a move', `<meta http-equiv="refresh" content="0;url=javascript:${encodeURIComponent(RUN)}">`],
  ['a program', `*/=1;${RUN};/*`],
]

interface Polyglot {
  what: string
  bytes: Uint8Array
}

/** Files that are two things at once: markup or a program behind, before and inside whole files, and by itself. */
export async function polyglots(): Promise<Polyglot[]> {
  const whole: Record<string, Uint8Array> = {
    png: await picture('png'),
    jpeg: await picture('jpeg'),
    gif: await picture('gif'),
    webp: await picture('webp'),
    mp4: await shoot(),
    webm: await shootWebm(),
    wav: wav(0.2),
    mp3: mp3(),
    pdf: pdf(),
  }
  const inside: Record<string, (payload: Uint8Array) => Uint8Array> = {
    png: (payload) => inPng(of(whole, 'png'), payload),
    jpeg: (payload) => inJpeg(of(whole, 'jpeg'), payload),
    gif: (payload) => inGif(of(whole, 'gif'), payload),
    webp: (payload) => inRiff(of(whole, 'webp'), 'HTML', payload),
    wav: (payload) => inRiff(of(whole, 'wav'), 'note', payload),
    mp4: (payload) => join(of(whole, 'mp4'), box('free', payload)),
    'mp4, first': (payload) => join(box('free', payload), of(whole, 'mp4')),
    mp3: (payload) => join(tagged(payload), of(whole, 'mp3')),
    pdf: (payload) => inPdf(of(whole, 'pdf'), payload),
    text: (payload) => join(...Array.from({ length: 40 }, plainText), payload),
  }
  return PAYLOADS.flatMap(([name, words]) => {
    const payload = join(words)
    return [
      { what: name, bytes: payload },
      ...Object.entries(whole).map(([kind, file]) => ({ what: `${name} behind ${kind}`, bytes: join(file, payload) })),
      ...Object.entries(inside).map(([kind, put]) => ({ what: `${name} in ${kind}`, bytes: put(payload) })),
      ...['png', 'mp4', 'pdf'].map((kind) => ({
        what: `${name} before ${kind}`,
        bytes: join(payload, of(whole, kind)),
      })),
    ]
  })
}

function of(files: Record<string, Uint8Array>, kind: string): Uint8Array {
  const file = files[kind]
  if (!file) throw new Error(`There is no ${kind}.`)
  return file
}

function inPng(png: Uint8Array, payload: Uint8Array): Uint8Array {
  const head = join('tEXtComment\0', payload)
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(head.length - 4, 0)
  ends.writeUInt32BE(crc32(head), 4)
  return join(png.subarray(0, 33), ends.subarray(0, 4), head, ends.subarray(4), png.subarray(33))
}

function inJpeg(jpeg: Uint8Array, payload: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, 0xfe, 0, 0])
  head.writeUInt16BE(payload.length + 2, 2)
  return join(jpeg.subarray(0, 2), head, payload, jpeg.subarray(2))
}

function inGif(gif: Uint8Array, payload: Uint8Array): Uint8Array {
  const part = payload.subarray(0, 255)
  return join(gif.subarray(0, -1), Uint8Array.of(0x21, 0xfe, part.length), part, Uint8Array.of(0), gif.subarray(-1))
}

function inRiff(file: Uint8Array, name: string, payload: Uint8Array): Uint8Array {
  const even = payload.length % 2 === 0 ? payload : join(payload, ' ')
  const size = Buffer.alloc(4)
  size.writeUInt32LE(even.length)
  const bytes = Buffer.from(join(file, name, size, even))
  bytes.writeUInt32LE(bytes.length - 8, 4)
  return new Uint8Array(bytes)
}

function box(type: string, payload: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(payload.length + 8)
  return join(size, type, payload)
}

/** An ID3 tag with a comment of its own. */
function tagged(payload: Uint8Array): Uint8Array {
  const frame = Buffer.alloc(10)
  frame.write('TXXX')
  frame.writeUInt32BE(payload.length + 2, 4)
  const size = frame.length + payload.length + 2
  return join('ID3', Uint8Array.of(3, 0, 0, 0, 0, size >> 7, size & 127), frame, '\0\0', payload)
}

/** As a comment before its table, whose place is told anew. */
function inPdf(file: Uint8Array, payload: Uint8Array): Uint8Array {
  const words = Buffer.from(file).toString('latin1')
  const comment = `%${Buffer.from(payload).toString('latin1')}\n`
  return join(
    words
      .replace('xref\n0', `${comment}xref\n0`)
      .replace(/startxref\n(\d+)/, (_, place: string) => `startxref\n${Number(place) + comment.length}`),
  )
}
