import { foldTag } from '@/lib/library/tag-name'

const MOST = 6

interface TagCount {
  name: string
  count: number
}

/** Tags there are already that go on from what is typed, those that begin with it first, then the most used. */
export function suggestTags(known: readonly TagCount[], typed: string, taken: readonly string[]): string[] {
  const words = foldTag(typed.trim())
  const used = new Set(taken.map(foldTag))
  const begins = ({ name }: TagCount) => Number(foldTag(name).startsWith(words))
  return known
    .filter(({ name }) => !used.has(foldTag(name)) && foldTag(name).includes(words))
    .toSorted((a, b) => begins(b) - begins(a) || b.count - a.count || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name }) => name)
}
