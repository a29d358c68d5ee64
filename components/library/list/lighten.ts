import type { ListPage } from '@/components/library/list/pages-query'
import type { LibraryItem } from '@/lib/library/view'

/** Characters of a prompt that a tile, its name and the quick look show. */
const PROMPT = 240

const NO_TAGS: string[] = []
const models = new Map<string, LibraryItem['model']>()

/** A page as the grid keeps it: tens of thousands of clips may be in memory at once. */
export function lighten({ items, nextCursor }: ListPage): ListPage {
  return { items: items.map(lightItem), nextCursor }
}

function lightItem(item: LibraryItem): LibraryItem {
  return {
    ...item,
    prompt: shortened(item.prompt),
    model: shared(item.model),
    tags: item.tags.length === 0 ? NO_TAGS : item.tags,
  }
}

/** A slice would keep the whole text in memory: it is put together anew. */
function shortened(prompt: string): string {
  return prompt.length <= PROMPT ? prompt : Array.from(prompt.slice(0, PROMPT)).join('')
}

function shared(model: LibraryItem['model']): LibraryItem['model'] {
  const key = `${model.id} ${model.name}`
  const known = models.get(key)
  if (known) return known
  models.set(key, model)
  return model
}
