const PREFIX = 'squero.notes.1.'

/** Notes of a clip that were typed in this browser and not saved yet; null where there are none. */
export function readDraft(id: string): string | null {
  return within((storage) => storage.getItem(PREFIX + id))
}

export function keepDraft(id: string, text: string): void {
  within((storage) => storage.setItem(PREFIX + id, text))
}

export function dropDraft(id: string): void {
  within((storage) => storage.removeItem(PREFIX + id))
}

function within<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(localStorage)
  } catch {
    // Forbidden or full: the notes are saved as ever, only without a second place.
    return null
  }
}
