import { LIBRARY_SORTS, type LibrarySort } from '@/lib/library/library-query'

/** What an order is called. */
export const SORT_WORDS: Record<LibrarySort, string> = {
  newest: 'Newest',
  oldest: 'Oldest',
  price: 'Highest price',
  cheap: 'Lowest price',
  rating: 'Best rated',
  rate: 'Price per second',
  best: 'Best match',
}

/** The orders there are; what fits best can only be told where there are words to fit. */
export const sortsFor = (text: string): readonly LibrarySort[] =>
  text === '' ? LIBRARY_SORTS.filter((sort) => sort !== 'best') : LIBRARY_SORTS
