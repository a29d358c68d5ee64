// What this browser keeps of its own accord, as JSON: for good, or for one tab. Asking for a storage at all can throw where
// it is forbidden.
export const browserStore = () => localStorage
export const tabStore = () => sessionStorage

/** What lies under this name, of any shape; null: nothing. */
export function readStored(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null')
  } catch {
    // Storage can be forbidden, or hold something else: then nothing is remembered, and that is all.
    return null
  }
}

export function store(storage: () => Storage, key: string, value: unknown): void {
  try {
    storage().setItem(key, JSON.stringify(value))
  } catch {
    // Forbidden or full: the page works on, without a memory.
  }
}
