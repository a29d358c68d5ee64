import { readStored, store, tabStore } from '@/components/storage'

// Whether the page before this one is the library: then going back keeps the place in it.
let fromLibrary = false

/** The filters and order the library was left with, for this tab. */
const QUERY = 'squero.library.2'

/** A clip is about to be opened from the library. */
export function leaveLibrary() {
  fromLibrary = true
  store(tabStore, QUERY, window.location.search)
}

/** Whether the clip page that opens now was opened from the library; asked once. */
export function cameFromLibrary(): boolean {
  const came = fromLibrary
  fromLibrary = false
  return came
}

/** What the library showed when a clip was last opened from it, as its address says it; empty: all of it. */
export function leftQuery(): string {
  const query = readStored(tabStore, QUERY)
  return typeof query === 'string' ? query : ''
}
