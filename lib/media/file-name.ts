const MOST_BYTES = 120
const ENDING = '.mp4'

export interface Named {
  prompt: string
  modelName: string
  /** ms since 1970 */
  createdAt: number
  id: string
}

/**
 * A clip's name on the person's disk: day, prompt, model and the end of the id, such as
 * `2026-11-23 mooring-poles-at-dusk ltx-video-2-3-fast 1a2b.mp4`. Letters and digits of any script, single hyphens and
 * spaces: nothing any file system refuses; at most 120 bytes in UTF-8. The day is the server's.
 */
export function clipFileName({ prompt, modelName, createdAt, id }: Named): string {
  const day = dayOf(new Date(createdAt))
  const tail = [cut(words(modelName), 40), words(id).replaceAll('-', '').slice(-4)].filter(Boolean).join(' ')
  const room = MOST_BYTES - byteLength(`${day}  ${tail}${ENDING}`)
  return `${[day, cut(words(prompt), Math.min(room, 64)), tail].filter(Boolean).join(' ')}${ENDING}`
}

/** Everything that is not a letter, a mark or a digit becomes one hyphen: slashes, emoji, marks of direction, controls. */
function words(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Shortened to `most` bytes, at a hyphen when there is one in the second half, never within a character. */
function cut(text: string, most: number): string {
  if (byteLength(text) <= most) return text
  let kept = ''
  for (const character of text) {
    if (byteLength(kept + character) > most) break
    kept += character
  }
  const hyphen = kept.lastIndexOf('-')
  return hyphen > kept.length / 2 ? kept.slice(0, hyphen) : kept.replace(/-+$/, '')
}

function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

const byteLength = (text: string) => new TextEncoder().encode(text).length
