/** An address as it is read: without what every address begins with. */
export function addressWords(url: string): string {
  return url.trim().replace(/^https?:\/\/(?:www\.)?/i, '')
}

/** The name of a language by its code; the code itself where nobody knows it. */
export function languageWords(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code
  } catch {
    // Not a code at all: it is shown as it came.
    return code
  }
}

/** How many words a text has, by its spaces. */
export function wordCount(text: string): number {
  const words = text.trim()
  return words === '' ? 0 : words.split(/\s+/).length
}
