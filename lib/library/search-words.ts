/** More words than these, and longer ones, narrow nothing down. */
const MOST_WORDS = 12
const LONGEST = 100

/** A word of a search, as the index of three characters side by side can be asked for it. */
interface SearchWord {
  /** Part of a text, without control characters. */
  text: string
  /**
   * Beginnings of the three-character terms that hold it, where it is too short to be looked up by itself; null where
   * it is not.
   */
  short: string | null
}

/** The words of a search, each once. Words are what stands between spaces: other scripts need no more. */
export function searchWords(search: string): SearchWord[] {
  const words = search
    .normalize('NFC')
    .split(/[\s\p{Cc}]+/u)
    .map((word) => [...word].slice(0, LONGEST).join(''))
    .filter((word) => folded(word) !== '')
  return [...new Set(words)].slice(0, MOST_WORDS).map((text) => ({ text, short: shortOf(folded(text)) }))
}

/** As the index folds: without case, accents of Latin letters and combining marks. */
function folded(word: string): string {
  const plain = word.toLowerCase().replace(/[\u0300-\u036f]/g, '')
  return plain.replace(/\p{Script=Latin}/gu, (letter) => letter.normalize('NFD').replace(/[\u0300-\u036f]/g, ''))
}

/** A single letter of a script that sets spaces between words counts where a word begins: it stands in every text. */
function shortOf(word: string): string | null {
  const length = [...word].length
  if (length > 2) return null
  return length === 1 && SPACED.test(word) ? ` ${word}` : word
}

const SPACED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{N}]/u

/**
 * The question to the index in which all words must stand, in any order. Everything is quoted, so that nothing a person
 * types is an operator.
 * @param termsOf the index's terms that begin with a short word
 * @param options.ranked a word that begins like what was typed counts for more than one that holds it elsewhere
 * @returns null when a short word stands nowhere
 */
export function matchOf(
  words: readonly SearchWord[],
  termsOf: (short: string) => readonly string[],
  { ranked = false } = {},
): string | null {
  const parts = words.map(({ text, short }) => {
    const terms = short !== null ? termsOf(short) : ranked ? [text, ` ${text}`] : [text]
    return terms.length === 0 ? null : `(${terms.map(quoted).join(' OR ')})`
  })
  return parts.includes(null) ? null : parts.join(' AND ')
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
