// Whether the page before this one is the library: then going back keeps the place in it.
let fromLibrary = false

/** A clip is about to be opened from the library. */
export function leaveLibrary() {
  fromLibrary = true
}

/** Whether the clip page that opens now was opened from the library; asked once. */
export function cameFromLibrary(): boolean {
  const came = fromLibrary
  fromLibrary = false
  return came
}
