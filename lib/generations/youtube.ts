/** A video at YouTube: the 11 characters that name it, and the one address it goes out as. */
export interface YoutubeVideo {
  videoId: string
  /** `https://www.youtube.com/watch?v=…`, without what else stood in the address. */
  url: string
}

/** Longer than any address that is worth reading. */
export const LONGEST_ADDRESS = 2000

const HOSTS: readonly string[] = [
  'youtube.com',
  'www.youtube.com',
  'm.youtube.com',
  'music.youtube.com',
  'www.youtube-nocookie.com',
]
/** Forms that carry the video in their path. */
const IN_PATH: readonly string[] = ['shorts', 'embed', 'live', 'v']
const VIDEO_ID = /^[\w-]{11}$/

export const NOT_YOUTUBE =
  'This is not the address of a YouTube video. It looks like https://www.youtube.com/watch?v=… or https://youtu.be/…. Nothing was sent and nothing was spent.'

/**
 * The video an address names, from any of YouTube's own forms, with or without `https://`; null for everything else.
 * Nothing is asked for: the text alone decides.
 */
export function youtubeVideo(text: string): YoutubeVideo | null {
  const typed = text.trim()
  const address = typed.length <= LONGEST_ADDRESS ? addressOf(typed) : null
  const videoId = address && videoIdOf(address)
  return videoId ? { videoId, url: `https://www.youtube.com/watch?v=${videoId}` } : null
}

function addressOf(typed: string): URL | null {
  const whole = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const address = URL.canParse(whole) ? new URL(whole) : null
  const plain = address && address.username === '' && address.password === '' && address.port === ''
  return plain ? address : null
}

function videoIdOf({ hostname, pathname, searchParams }: URL): string | null {
  const [first = '', second = ''] = pathname.split('/').slice(1)
  const named = () => (first === 'watch' ? searchParams.get('v') : IN_PATH.includes(first) ? second : null)
  const videoId = hostname === 'youtu.be' ? first : HOSTS.includes(hostname) ? named() : null
  return videoId !== null && VIDEO_ID.test(videoId) ? videoId : null
}
