/** Letters of one word may be left out of what is typed, but not more than this for each that is there. */
const LOOSEST = 2

/**
 * How well a text fits what was typed, 0 to 1 for each of its words; null when one of them is not in it. Case, accents
 * and the order of words do not matter, and letters may be left out: `gtl` finds Go to Library, `lbr` too.
 */
export function matchScore(typed: string, text: string): number | null {
  const words = plain(typed).split(' ').filter(Boolean)
  const hay = plain(text)
  let sum = 0
  for (const word of words) {
    const score = fitWord(word, hay)
    if (score === null) return null
    sum += score
  }
  return words.length === 0 ? 0 : sum / words.length
}

/** `Veo 3.1` and `veo-3-1` are the same to a person who searches, and so are `É` and `e`. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function fitWord(word: string, hay: string): number | null {
  if (hay.startsWith(word)) return 1
  if (hay.includes(` ${word}`)) return 0.9
  if (hay.includes(word)) return 0.6
  return word.length === 1 ? null : fitLoosely(word, hay)
}

/** The letters in their order, beginning where a word begins; the closer together, the better. */
function fitLoosely(word: string, hay: string): number | null {
  let best: number | null = null
  for (let start = hay.indexOf(word.charAt(0)); start >= 0; start = hay.indexOf(word.charAt(0), start + 1)) {
    if (start > 0 && hay.charAt(start - 1) !== ' ') continue
    const span = spanFrom(word, hay, start)
    if (span !== null && span <= word.length * LOOSEST) best = Math.max(best ?? 0, (0.5 * word.length) / span)
  }
  return best
}

/** How much of the text it takes to hold all letters: one that begins a word counts as next to the one before. */
function spanFrom(word: string, hay: string, start: number): number | null {
  let at = start
  let span = 1
  for (const letter of word.slice(1)) {
    const next = hay.indexOf(letter, at + 1)
    if (next < 0) return null
    span += hay.charAt(next - 1) === ' ' ? 1 : next - at
    at = next
  }
  return span
}
