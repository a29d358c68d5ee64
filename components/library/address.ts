import { type LibraryQuery, writeLibraryQuery } from '@/lib/library/library-query'

/** The same for the same query. */
export const queryKey = (query: LibraryQuery): string => writeLibraryQuery(query).toString()

/** The address of the Library with a query. */
export function libraryHref(query: LibraryQuery): string {
  const params = queryKey(query)
  return params === '' ? '/library' : `/library?${params}`
}
