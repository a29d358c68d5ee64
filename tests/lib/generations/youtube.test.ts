import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { youtubeVideo } from '@/lib/generations/youtube'

const ID = 'dQw4w9WgXcQ'
const CANONICAL = { videoId: ID, url: `https://www.youtube.com/watch?v=${ID}` }

describe('an address of a YouTube video', () => {
  it.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `http://youtube.com/watch?v=${ID}`,
    `https://m.youtube.com/watch?list=PL1&v=${ID}&t=42s`,
    `https://music.youtube.com/watch?v=${ID}`,
    `https://youtu.be/${ID}?si=abc`,
    `youtu.be/${ID}`,
    `www.youtube.com/watch?v=${ID}#t=1`,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/live/${ID}?feature=share`,
    `https://www.youtube.com/embed/${ID}`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
    `  HTTPS://WWW.YouTube.com/watch?v=${ID}  `,
  ])('is known and goes out as one address: %s', (address) => {
    expect(youtubeVideo(address)).toEqual(CANONICAL)
  })

  it.each([
    '',
    'a prompt',
    ID,
    'https://vimeo.com/76979871',
    `https://youtube.com.example/watch?v=${ID}`,
    `https://example.com/https://www.youtube.com/watch?v=${ID}`,
    `https://evil.example/?u=youtu.be/${ID}`,
    `https://user:word@www.youtube.com/watch?v=${ID}`,
    `https://www.youtube.com:8443/watch?v=${ID}`,
    `ftp://www.youtube.com/watch?v=${ID}`,
    `javascript:alert(1)//youtube.com/watch?v=${ID}`,
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ1',
    'https://www.youtube.com/watch?v=dQw4w9WgX%20Q',
    'https://www.youtube.com/@channel',
    'https://www.youtube.com/playlist?list=PL1',
    'https://youtu.be/',
    'http://127.0.0.1/watch?v=dQw4w9WgXcQ',
    `https://www.youtube.com/watch?v=${ID}&x=${'x'.repeat(2000)}`,
  ])('is not one: %s', (address) => {
    expect(youtubeVideo(address)).toBeNull()
  })

  it('whatever is typed, what goes out names a video at YouTube and nothing else', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.webUrl({ withQueryParameters: true }),
      fc
        .tuple(fc.constantFrom('https://youtu.be/', 'youtube.com/watch?v='), fc.string({ maxLength: 14 }))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(typed, (address) => {
        const video = youtubeVideo(address)
        if (video) expect(video.url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=[\w-]{11}$/)
      }),
      { numRuns: 10_000 },
    )
  })
})
