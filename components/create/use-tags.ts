import { type KeyboardEvent, type RefObject, useState } from 'react'
import type { PromptTag } from '@/lib/generations/prompt-tags'
import { insertTag, suggestTag } from '@/lib/generations/tag-suggestion'

interface TagsOptions {
  prompt: string
  tags: readonly PromptTag[]
  area: RefObject<HTMLTextAreaElement | null>
  onChange: (prompt: string) => void
}

/** Names of media in the prompt: by a click, or typed from `@` on and finished by Enter or Tab. */
export function useTags({ prompt, tags, area, onChange }: TagsOptions) {
  const [caret, setCaret] = useState<number | null>(null)
  const suggestion = caret === null ? null : suggestTag(prompt, caret, tags)
  const next = suggestion?.matches[0]?.tag ?? null

  function put(tag: string, from: number, to: number) {
    const inserted = insertTag(prompt, from, to, tag)
    onChange(inserted.prompt)
    setCaret(null)
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(inserted.caret, inserted.caret)
    })
  }

  return {
    next,
    /** Follows the caret. */
    follow: () => setCaret(area.current?.selectionEnd ?? null),
    close: () => setCaret(null),
    insert(tag: string) {
      const at = area.current?.selectionStart ?? prompt.length
      put(tag, suggestion?.from ?? at, suggestion && caret !== null ? caret : (area.current?.selectionEnd ?? at))
    },
    /** @returns whether the key was taken */
    onKeyDown(event: KeyboardEvent): boolean {
      const plainKey = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      if (!suggestion || caret === null || next === null || !plainKey) return false
      if (event.key === 'Escape') setCaret(null)
      else if (event.key === 'Enter' || event.key === 'Tab') put(next, suggestion.from, caret)
      else return false
      event.preventDefault()
      return true
    },
  }
}
