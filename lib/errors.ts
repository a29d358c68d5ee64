/**
 * A failure the person can be told about: a code for programs and a sentence for people, which says what happened,
 * whether money was spent, and what to do.
 */
export class StudioError extends Error {
  override readonly name: string = 'StudioError'

  constructor(
    readonly code: string,
    readonly sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options)
  }
}

/** What an unknown thrown value says for itself, for logs and stored evidence. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : ''
  return `${code}${error.message}`
}
