import type { PromptTag } from '@/lib/generations/prompt-tags'

/** A name that is being typed, and the names it may become. */
export interface TagSuggestion {
  /** Where in the prompt it begins. */
  from: number
  matches: PromptTag[]
}

/** What `@` or `<` before the caret may become; null where no name is being typed. */
export function suggestTag(prompt: string, caret: number, tags: readonly PromptTag[]): TagSuggestion | null {
  const typed = /[@<][\p{L}]*(?: ?\d*)$/u.exec(prompt.slice(0, caret))?.[0]
  if (typed === undefined) return null
  // Whichever sign is typed, the names come in the model's own.
  const begun = plain(typed)
  const matches = tags.filter(({ tag }) => plain(tag).startsWith(begun) && tag !== typed)
  return matches.length > 0 ? { from: caret - typed.length, matches } : null
}

/** The prompt with a name in the place of what was typed of it, and where the caret stands then. */
export function insertTag(prompt: string, from: number, caret: number, tag: string): { prompt: string; caret: number } {
  const after = prompt.slice(caret)
  const space = /^\s/.test(after) ? '' : ' '
  const before = `${prompt.slice(0, from)}${tag}${space}`
  return { prompt: before + after, caret: before.length + (space === '' ? 1 : 0) }
}

const plain = (tag: string) => tag.replace(/[@<>\s]/g, '').toLowerCase()
