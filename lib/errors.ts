const MARK = Symbol.for('squero.error')

/**
 * A failure the person can be told about: a code for programs and a sentence for people, which says what happened,
 * whether money was spent, and what to do.
 */
export class StudioError extends Error {
  override readonly name: string = 'StudioError'
  readonly [MARK] = true

  constructor(
    readonly code: string,
    readonly sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options)
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isStudioError(value)
  }
}

/**
 * Whether a thrown value is one of ours, by mark and name, not by prototype: Next bundles `instrumentation` and each
 * route apart, so an error made by the one client of the process may come from another copy of its class.
 */
export function isStudioError(value: unknown, name?: string): boolean {
  if (!(typeof value === 'object' && value !== null && MARK in value && 'name' in value)) return false
  return name === undefined || value.name === name
}

/** What an unknown thrown value says for itself, for logs and stored evidence. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : ''
  return `${code}${error.message}`
}
