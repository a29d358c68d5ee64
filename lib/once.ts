const place = globalThis as { squero?: Record<string, unknown> }

/**
 * One value per process. Next bundles `instrumentation` and the routes apart, so a module is evaluated more than
 * once in the same process: what must exist once (database, engine, catalogue) hangs from `globalThis`.
 */
export function once<T>(name: string, make: () => T): T {
  const store = place.squero ?? {}
  place.squero = store
  if (!(name in store)) store[name] = make()
  return store[name] as T
}

/** Whoever asks for one of these next makes it anew. */
export function forget(...names: string[]): void {
  for (const name of names) delete place.squero?.[name]
}
