import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { animatedGif, join, mp3, pdf, picture, plainText, wav } from '@/tests/support/files'
import { shoot, shootMov, shootWebm } from '@/tests/support/footage'
import { everythingStored, openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()
let before: Awaited<ReturnType<typeof everythingStored>>

beforeEach(async () => {
  // The reader of the tables writes every codec it does not know to the console.
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(console, 'error').mockReturnValue()
  await send(plainText())
  before = await everythingStored(library.dataDir)
})

// What every refusal must leave behind: nothing.
afterEach(async () => expect(await everythingStored(library.dataDir)).toEqual(before))

const ALL =
  'the studio takes pictures (PNG, JPEG, WebP, GIF), clips (MP4, MOV, WebM), sounds (WAV, MP3) and documents (PDF, plain text).'
const CUT = (kind: string) =>
  `The ${kind} is not whole: it breaks off or turns into something else before its end. Get it anew from where it came.`
const BEHIND = (kind: string) => `Something else is stuck to the end of the ${kind}. Save it anew in another program.`
const UNREADABLE = (kind: string) => `The ${kind} cannot be read. Save it anew in another program.`
const TOO_MANY = 'The picture has more than 100 million pixels, the most the studio takes. Scale it down.'
const NO_TEXT = 'The document cannot be read as text. Save it as UTF-8 or as PDF.'

const HTML = '<!doctype html><html><script>alert(1)</script></html>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
const zeroes = new Uint8Array(5000)
const hex = (digits: string) => new Uint8Array(Buffer.from(digits.replaceAll(' ', ''), 'hex'))
const boxed = (brand: string) => join(hex('00000018'), `ftyp${brand}`, hex('00000000'), 'mif1', brand, zeroes)

type Case = [string, () => Promise<Uint8Array> | Uint8Array, string]

const WRONG: Case[] = [
  ['nothing', () => new Uint8Array(), 'The file is empty.'],
  ['a HEIC', () => boxed('heic'), 'This is a picture in HEIC: convert it to JPEG, PNG or WebP.'],
  ['an AVIF', () => picture('avif'), 'This is a picture in AVIF: convert it to JPEG, PNG or WebP.'],
  ['a TIFF', () => picture('tiff'), 'This is a picture in TIFF: convert it to JPEG, PNG or WebP.'],
  ['a BMP', () => join('BM', zeroes), 'This is a picture in BMP: convert it to JPEG, PNG or WebP.'],
  ['a PSD', () => join('8BPS', zeroes), 'This is a picture in PSD: convert it to JPEG, PNG or WebP.'],
  ['an MKV', async () => asMatroska(await shootWebm()), 'This is a clip in MKV (Matroska): convert it to MP4.'],
  ['an AVI', () => join('RIFF', hex('80130000'), 'AVI LIST', zeroes), 'This is a clip in AVI: convert it to MP4.'],
  ['a 3GP', () => join(hex('00000018'), 'ftyp3gp5', zeroes), 'This is a clip in 3GP: convert it to MP4.'],
  ['a FLAC', () => join('fLaC', zeroes), 'This is a sound in FLAC: convert it to WAV or MP3.'],
  [
    'an M4A',
    () => join(hex('00000018'), 'ftypM4A ', zeroes),
    'This is a sound in AAC (M4A): convert it to WAV or MP3.',
  ],
  ['an AAC', () => join(hex('fff15080'), zeroes), 'This is a sound in AAC: convert it to WAV or MP3.'],
  [
    'an OGG',
    () => join('OggS', hex('0002'), new Uint8Array(22), hex('01'), 'vorbis', zeroes),
    'This is a sound in OGG: convert it to WAV or MP3.',
  ],
  ['a ZIP', () => join(hex('504b0304140000000000'), zeroes), `This is a file of the type ZIP; ${ALL}`],
  ['a program for Windows', () => join('MZ', zeroes), `This is a file of the type EXE; ${ALL}`],
  ['a program for Linux', () => join(hex('7f454c46'), zeroes), `This is a file of the type ELF; ${ALL}`],
  ['a program for macOS', () => join(hex('cffaedfe'), zeroes), `This is a file of the type MACHO; ${ALL}`],
  ['a script', () => join('#!/bin/sh\nrm -rf /\n'), `This is a program; ${ALL}`],
  ['a web page', () => join(HTML), `This is a web page; ${ALL}`],
  ['a web page behind blanks', () => join('\n\t  ', HTML), `This is a web page; ${ALL}`],
  ['a web page behind a byte order mark', () => join('\ufeff', HTML), `This is a web page; ${ALL}`],
  ['a piece of a web page', () => join('<img src=x onerror=alert(1)>'), `This is a web page; ${ALL}`],
  ['XHTML', () => join('<?xml version="1.0"?><html><body/></html>'), `This is a web page; ${ALL}`],
  ['an SVG', () => join(SVG), 'This is an SVG drawing: convert it to PNG.'],
  ['an SVG with a head', () => join('<?xml version="1.0"?>\n', SVG), 'This is an SVG drawing: convert it to PNG.'],
  ['an XML file', () => join('<?xml version="1.0"?><rss/>'), `This is an XML file; ${ALL}`],
  ['zeroes', () => zeroes, `This is a file of a type not known here; ${ALL}`],
  ['text that is not UTF-8', () => hex('48e4667465'), `This is a file of a type not known here; ${ALL}`],
  ['text that is no longer UTF-8 later', () => join('a'.repeat(6000), hex('e4'), 'b'), NO_TEXT],
  ['text with a program behind it', () => join('a'.repeat(6000), hex('7f454c46 00'), zeroes), NO_TEXT],
  ['blanks', () => join(' \n\n '), NO_TEXT],
]

const BROKEN: Case[] = [
  ['only the head of a PNG', async () => (await picture('png')).slice(0, 33), CUT('picture')],
  ['a PNG and a web page', async () => join(await picture('png'), HTML), BEHIND('picture')],
  ['a PNG and a ZIP', async () => join(await picture('png'), hex('504b0304'), zeroes), BEHIND('picture')],
  ['a PNG with nothing in it', async () => emptyPng(await picture('png')), UNREADABLE('picture')],
  ['a PNG of 20,000 million pixels', async () => hugePng(await picture('png')), TOO_MANY],
  ['a GIF and a program', async () => join(await picture('gif'), '*/alert(1)'), BEHIND('picture')],
  ['GIF in a script', () => join('GIF89a=1;alert(1);//', zeroes), CUT('picture')],
  ['a WebP and a web page', async () => join(await picture('webp'), HTML), BEHIND('picture')],
  ['a JPEG and a web page', async () => join(await picture('jpeg'), HTML), BEHIND('picture')],
  ['a JPEG and a ZIP', async () => join(await picture('jpeg'), hex('504b0304'), zeroes), BEHIND('picture')],
  ['the beginning of a JPEG, then a web page', () => join(hex('ffd8ffe0'), HTML), CUT('picture')],
  ['an MP4 and a web page', async () => join(await shoot(), HTML), CUT('clip')],
  ['the beginning of an MP4, then a web page', async () => join((await shoot()).slice(0, 32), HTML), CUT('clip')],
  ['a MOV and a ZIP', async () => join(await shootMov(), hex('504b0304'), zeroes), CUT('clip')],
  ['a WebM and a web page', async () => join(await shootWebm(), HTML), CUT('clip')],
  ['a WAV and a web page', () => join(wav(), HTML), BEHIND('sound')],
  ['a WAV that is still being written', () => endless(wav()), CUT('sound')],
  ['a WAV in a coding of its own', () => strangeWav(wav()), UNREADABLE('sound')],
  ['a WAV without sound', () => wav(0), UNREADABLE('sound')],
  ['an MP3 and a web page', () => join(mp3(), HTML), CUT('sound')],
  ['an MP3 with fewer frames than it counts', () => mp3(40, { counted: true }).slice(0, -417 * 2), CUT('sound')],
  ['only tags of an MP3', () => join('ID3', hex('04000000000a'), new Uint8Array(11)), UNREADABLE('sound')],
  ['a PDF and a web page', () => join(pdf(), HTML), BEHIND('document')],
  ['a PDF without a table', () => join('%PDF-1.4\n', HTML, '\nstartxref\n9\n%%EOF'), CUT('document')],
]

describe('what is of the wrong kind', () => {
  test.each(WRONG)('%s', async (_, make, sentence) => {
    expect(await send(await make(), 'holiday.mp4')).toEqual({ ok: false, code: 'unfit', sentence })
  })
})

describe('what is broken, or more than it says', () => {
  test.each(BROKEN)('%s', async (_, make, sentence) => {
    expect(await send(await make(), 'holiday.png')).toEqual({ ok: false, code: 'unfit', sentence })
  })
})

describe('a file that was cut', () => {
  const files: [string, () => Promise<Uint8Array> | Uint8Array, number][] = [
    ['a PNG', () => picture('png', 40, 30), 100],
    ['a JPEG', () => picture('jpeg', 40, 30), 100],
    ['a WebP', () => picture('webp', 40, 30), 100],
    ['a GIF', animatedGif, 100],
    ['an MP4', () => shoot({ sound: true }), 60],
    ['a MOV', () => shootMov({ sound: true, moovLast: true }), 60],
    ['a WebM', () => shootWebm(), 60],
    ['a WAV', () => wav(0.5), 60],
    ['an MP3 that counts its frames', () => mp3(20, { counted: true }), 60],
    ['a PDF', pdf, 60],
  ]
  test.each(files)('%s, at many places and each of its last 16 bytes', async (_, make, places) => {
    const whole = await make()
    const cuts = [
      ...Array.from({ length: places }, (__, at) => Math.floor((whole.length * at) / places)),
      ...Array.from({ length: 16 }, (__, at) => whole.length - 1 - at),
      // The first three letters of a GIF are a text.
    ].filter((at) => whole.length - at > trimmed(whole) && (at === 0 || at > 3))
    const passed: number[] = []
    const sentences = new Set<string>()
    for (const at of cuts) {
      const taken = await send(whole.subarray(0, at))
      if (taken.ok) passed.push(at)
      else sentences.add(taken.sentence)
    }
    expect(passed).toEqual([])
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
  })

  /** A PDF is whole without its last line break. */
  const trimmed = (whole: Uint8Array) => (whole.at(-1) === 10 ? 1 : 0)

  test('an MP3 that counts nothing, within a frame', async () => {
    const whole = mp3(20)
    for (let at = 1; at < 417; at += 26) {
      expect(await send(whole.subarray(0, whole.length - at))).toMatchObject({ ok: false, sentence: CUT('sound') })
    }
  })

  test('a text, within a character', async () => {
    const whole = join('日'.repeat(3000))
    for (const at of [1, 2]) {
      expect(await send(whole.subarray(0, whole.length - at))).toMatchObject({ ok: false, sentence: CUT('document') })
    }
  })
})

function asMatroska(webm: Uint8Array): Uint8Array {
  const bytes = Buffer.from(webm)
  bytes.write('matroska', bytes.indexOf('webm'), 'latin1')
  return new Uint8Array(bytes)
}

/** Its pixels are gone, its parts add up. */
function emptyPng(png: Uint8Array): Uint8Array {
  return join(png.subarray(0, 33), png.subarray(-12))
}

function hugePng(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png)
  bytes.writeUInt32BE(200_000, 16)
  bytes.writeUInt32BE(100_000, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return new Uint8Array(bytes)
}

function endless(sound: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sound)
  bytes.writeUInt32LE(0xffffffff, 4)
  bytes.writeUInt32LE(0xffffffff, 40)
  return new Uint8Array(bytes)
}

function strangeWav(sound: Uint8Array): Uint8Array {
  const bytes = Buffer.from(sound)
  bytes.writeUInt16LE(0x11, 20)
  return new Uint8Array(bytes)
}
