import type { Medium, UrlMedium } from '@/lib/generations/media-input'
import { clip, mp3, padded, picture, quicktime, type Stored, store, wav, webm } from '@/tests/support/pantry'
import type { Shelf, Shelves } from './agreement-inputs'

/** Real files of many sizes and lengths, at the limits and beyond them. */
export async function makeFiles(): Promise<Shelves<Stored>> {
  const [five, still] = [await clip(5, { sound: true }), await picture(500, 500)]
  const [pdf, text, avi, ogg] = await Promise.all([
    store('brief.pdf', 'application/pdf', Buffer.from('%PDF-1.4')),
    store('brief.txt', 'text/plain', Buffer.from('Mist')),
    store('old.avi', 'video/vnd.avi', Buffer.from('RIFF0000AVI LIST')),
    store('song.ogg', 'audio/ogg', Buffer.from('OggS0000')),
  ])
  return {
    image: { good: await pictures(GOOD_SIZES), odd: [...(await pictures(ODD_SIZES)), five, pdf], heavy: [still] },
    video: {
      good: [
        await clip(2),
        await clip(3.5),
        await clip(4),
        await clip(5, { moovLast: true }),
        five,
        await quicktime(4.5),
      ],
      odd: [...(await clips([1, 1.5, 15, 15.5, 29, 300, 301])), ...(await slightlyOver()), await webm(5), avi, still],
      heavy: [await padded(five, 13_000_000), await padded(five, 26_300_000)],
    },
    audio: {
      good: [await wav(2), await wav(5), await mp3(3), await mp3(4.008)],
      odd: [...(await wavs([1.9, 15, 15.1, 15.2, 30, 30.1, 30.2])), await mp3(30.05), await mp3(31.2), ogg, five],
      heavy: [await wav(9, 1_500_000), await wav(10, 1_500_100)],
    },
    document: { good: [pdf, text], odd: [still, await mp3(3), await clip(2)], heavy: [pdf] },
  }
}

type Size = Parameters<typeof picture>

const GOOD_SIZES: Size[] = [
  [640, 401],
  [500, 500, 'jpeg'],
  [400, 401, 'webp'],
  [640, 480, 'gif'],
  [401, 1000],
  [999, 400, 'jpeg'],
]
const ODD_SIZES: Size[] = [
  [64, 64],
  [299, 640],
  [300, 640],
  [399, 399, 'webp'],
  [400, 1000],
  [1000, 400, 'jpeg'],
  [1600, 300],
  [640, 401, 'avif'],
]

const pictures = (sizes: Size[]) => Promise.all(sizes.map((size) => picture(...size)))
const wavs = (lengths: number[]) => Promise.all(lengths.map((seconds) => wav(seconds)))

async function clips(lengths: number[]): Promise<Stored[]> {
  const made: Stored[] = []
  for (const seconds of lengths) made.push(await clip(seconds, { fps: seconds > 30 ? 1 : 2, moovLast: seconds > 30 }))
  return made
}

/** What a maximum lets through, and the first it does not. */
const slightlyOver = () => Promise.all([15.1, 15.2, 300.1, 300.2].map((seconds) => clip(seconds, { fps: 10 })))

const at = (url: string, seconds: number | null = null): UrlMedium => ({ kind: 'url', url, seconds })

/** Addresses that tell the sandbox by their names how long what is behind them is, and the form as a person would. */
const ADDRESSES: Record<keyof Shelves, { good: UrlMedium[]; odd: UrlMedium[] }> = {
  image: { good: [at('https://example.com/a.png'), at('HTTP://example.com/b')], odd: [] },
  video: {
    good: [at('https://example.com/a-5s.mp4', 5)],
    odd: [
      at('https://example.com/a-301s.mp4', 301),
      at('https://example.com/a-1s.mp4', 1),
      at('https://example.com/a'),
    ],
  },
  audio: {
    good: [at('https://example.com/a.mp3'), at('https://example.com/a-4s.wav', 4)],
    odd: [at('https://example.com/a-31s.mp3', 31), at('https://example.com/a-1.5s.mp3', 1.5)],
  },
  document: { good: [at('https://example.com/page')], odd: [] },
}
const NO_ADDRESSES = [at('picture.png'), at('ftp://example.com/a'), at('https://')]

/** The files as media, and addresses beside them. */
export function withAddresses(files: Shelves<Stored>): Shelves {
  const shelf = (kind: keyof Shelves): Shelf<Medium> => {
    const { good, odd, heavy } = files[kind]
    const media = (list: Stored[]) => list.map(({ medium }) => medium)
    return {
      good: [...media(good), ...ADDRESSES[kind].good],
      odd: [...media(odd), ...ADDRESSES[kind].odd, ...NO_ADDRESSES],
      heavy: media(heavy),
    }
  }
  return { image: shelf('image'), video: shelf('video'), audio: shelf('audio'), document: shelf('document') }
}
