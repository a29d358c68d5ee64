import { CheckList, type Option, RadioList } from '@/components/library/filters/check-list'
import {
  type FilterName,
  ratingWords,
  SHAPE_WORDS,
  stateWords,
  wayWords,
} from '@/components/library/filters/filter-words'
import { LengthPanel, PricePanel, WhenPanel } from '@/components/library/filters/span-panels'
import type { Go } from '@/components/library/use-address'
import { LIBRARY_STATES, LIBRARY_WAYS, type LibraryQuery, SHAPES } from '@/lib/library/library-query'
import type { LibraryFacets } from '@/lib/library/view'
import { resolutionLabel } from '@/lib/models/describe'

export interface PanelProps {
  query: LibraryQuery
  facets: LibraryFacets | undefined
  go: Go
}

/** What can be chosen for a filter. */
export function FilterPanel({ name, ...props }: PanelProps & { name: FilterName }) {
  const Panel = PANELS[name]
  return <Panel {...props} />
}

const PANELS: Record<FilterName, (props: PanelProps) => React.ReactNode> = {
  model: ({ query, facets, go }) => (
    <CheckList
      label="Models"
      options={facets?.models ?? []}
      chosen={query.models}
      onChange={(models) => go({ models })}
      empty="No model has made anything yet."
    />
  ),
  kind: ({ query, facets, go }) => (
    <CheckList
      label="Kinds"
      options={counted(facets?.ways, wayWords)}
      chosen={query.ways}
      onChange={(ids) => go({ ways: LIBRARY_WAYS.filter((way) => ids.includes(way)) })}
      empty="There is nothing yet."
    />
  ),
  state: ({ query, facets, go }) => (
    <CheckList
      label="States"
      options={counted(facets?.states, stateWords)}
      chosen={query.states}
      onChange={(ids) => go({ states: LIBRARY_STATES.filter((state) => ids.includes(state)) })}
      empty="There is nothing yet."
    />
  ),
  resolution: ({ query, facets, go }) => (
    <CheckList
      label="Resolutions"
      options={counted(facets?.resolutions, resolutionLabel)}
      chosen={query.resolutions}
      onChange={(resolutions) => go({ resolutions })}
      empty="There is nothing yet."
    />
  ),
  tag: ({ query, facets, go }) => (
    <CheckList
      label="Tags"
      options={(facets?.tags ?? []).map(({ name, count }) => ({ id: name, name, count }))}
      chosen={query.tags}
      onChange={(tags) => go({ tags })}
      empty="No clip has a tag yet."
    />
  ),
  shape: ({ query, go }) => (
    <RadioList
      label="Shape"
      any="Any shape"
      options={SHAPES.map((id) => ({ id, name: SHAPE_WORDS[id] }))}
      chosen={query.shape}
      onChange={(id) => go({ shape: SHAPES.find((shape) => shape === id) ?? null })}
    />
  ),
  rating: ({ query, go }) => (
    <RadioList
      label="Rating"
      any="Any rating"
      options={[5, 4, 3, 2, 1].map((rating) => ({ id: String(rating), name: ratingWords(rating) }))}
      chosen={query.rating === null ? null : String(query.rating)}
      onChange={(id) => go({ rating: id === null ? null : Number(id) })}
    />
  ),
  sound: ({ query, go }) => (
    <RadioList
      label="Sound"
      any="With or without"
      options={[
        { id: '1', name: 'With sound' },
        { id: '0', name: 'Silent' },
      ]}
      chosen={query.sound === null ? null : query.sound ? '1' : '0'}
      onChange={(id) => go({ sound: id === null ? null : id === '1' })}
    />
  ),
  children: ({ query, go }) => (
    <RadioList
      label="Has children"
      any="Any clip"
      options={[{ id: '1', name: 'Something was made from it' }]}
      chosen={query.hasChildren ? '1' : null}
      onChange={(id) => go({ hasChildren: id !== null })}
    />
  ),
  length: LengthPanel,
  price: PricePanel,
  when: WhenPanel,
}

function counted<Id extends string>(
  facets: readonly { id: Id; count: number }[] | undefined,
  words: (id: Id) => string,
): Option[] {
  return (facets ?? []).map(({ id, count }) => ({ id, count, name: words(id) }))
}
