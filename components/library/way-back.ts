// Whether the page before this one is the library: then going back keeps the place in it.
let fromLibrary = false

/** The filters and order the library was left with, for this tab. */
const QUERY = 'squero.library.1'

/** A clip is about to be opened from the library. */
export function leaveLibrary() {
  fromLibrary = true
  try {
    sessionStorage.setItem(QUERY, window.location.search)
  } catch {
    // Forbidden or full: the clip's neighbours are those of the whole library then.
  }
}

/** Whether the clip page that opens now was opened from the library; asked once. */
export function cameFromLibrary(): boolean {
  const came = fromLibrary
  fromLibrary = false
  return came
}

/** What the library showed when a clip was last opened from it, as its address says it. */
export function leftQuery(): string {
  try {
    return sessionStorage.getItem(QUERY) ?? ''
  } catch {
    return ''
  }
}
