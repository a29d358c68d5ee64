/** More words than these narrow nothing down. */
const MOST_WORDS = 8
/** Characters of a text that a list shows. */
const SHOWN = 220
/** Of these so many before the word that was found. */
const BEFORE = 60

/** The words of a search, each once. */
export function wordsOf(search: string): string[] {
  return [...new Set(search.trim().split(/\s+/).filter(Boolean))].slice(0, MOST_WORDS)
}

/** The part of a text around the first of the words that stands in it; its beginning where none does. */
export function excerptOf(text: string, words: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const lower = plain.toLowerCase()
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((place) => place >= 0)
  const found = places.length === 0 ? 0 : Math.min(...places)
  const from = found <= BEFORE ? 0 : plain.indexOf(' ', found - BEFORE) + 1 || found
  const part = Array.from(plain.slice(from, from + SHOWN * 2))
    .slice(0, SHOWN)
    .join('')
  return `${from > 0 ? '…' : ''}${part}${from + part.length < plain.length ? '…' : ''}`
}
