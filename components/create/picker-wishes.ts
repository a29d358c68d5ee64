import type { ModelKind, ModelOffer, PriceHint } from '@/lib/models/offer'
import { type ModelSort, searchModels } from '@/lib/models/search'

/** The kinds there is a chip for; one at a time. */
export const KIND_CHIPS = ['From text', 'From image', 'References', 'Edit a video', 'Upscale'] as const
export type KindChip = (typeof KIND_CHIPS)[number]

export const NEED_CHIPS = ['With sound', 'Private', '10 s or more', '1080p or more'] as const
export type NeedChip = (typeof NEED_CHIPS)[number]

export const SORTS: Record<ModelSort, string> = { cheapest: 'Cheapest first', newest: 'Newest first', name: 'By name' }

export interface PickerWishes {
  words: string
  kind: KindChip | null
  needs: readonly NeedChip[]
  sort: ModelSort
}

export const NO_WISHES: PickerWishes = { words: '', kind: null, needs: [], sort: 'cheapest' }

const KINDS: Record<KindChip, ModelKind[]> = {
  'From text': ['text'],
  'From image': ['image', 'transition'],
  References: ['reference'],
  'Edit a video': ['video'],
  Upscale: ['upscale'],
}

/** A part of the list, under its heading. */
export interface PickerGroup {
  heading: string
  models: ModelOffer[]
}

/** The list as the picker shows it: what was used lately first, while nothing is searched for. */
export function pickerGroups(
  models: readonly ModelOffer[],
  wishes: PickerWishes,
  prices: readonly PriceHint[],
  recentIds: readonly string[],
): PickerGroup[] {
  const found = find(models, wishes, prices)
  const recent = wishes.words === '' ? recentIds.flatMap((id) => found.find((model) => model.id === id) ?? []) : []
  const others = found.filter((model) => !recent.includes(model))
  const heading = wishes.kind ?? (recent.length > 0 ? 'All others' : 'All models')
  return [
    { heading: 'Recent', models: recent },
    { heading, models: others },
  ].filter((group) => group.models.length > 0)
}

function find(models: readonly ModelOffer[], { words, kind, needs, sort }: PickerWishes, prices: readonly PriceHint[]) {
  return searchModels(
    models,
    {
      words,
      kinds: kind ? KINDS[kind] : [],
      withSound: needs.includes('With sound'),
      privateOnly: needs.includes('Private'),
      minSeconds: needs.includes('10 s or more') ? 10 : 0,
      minLines: needs.includes('1080p or more') ? 1080 : 0,
      sort,
    },
    prices,
  )
}
