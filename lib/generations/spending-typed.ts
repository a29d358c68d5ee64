const MICRO = 1_000_000

/** A million dollars: a cap above it is a slip of the finger. µUSD. */
export const MOST_MICRO_USD = 1_000_000 * MICRO

export type Typed = { ok: true; microUsd: number | null } | { ok: false; sentence: string }

/**
 * Money as people type it: `10`, `10.50`, `$10`, `1,200`; nothing is no cap.
 * @returns µUSD, exact to the sixth digit, or what is wrong with it
 */
export function readTyped(text: string): Typed {
  const words = text.trim().replace(/^\$\s*/, '')
  if (words === '') return text.trim() === '' ? { ok: true, microUsd: null } : wrong()
  const found = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,6}))?$/.exec(words)
  if (!found || (found[1] === undefined && found[2] === undefined)) return wrong()
  const whole = Number((found[1] ?? '0').replaceAll(',', ''))
  const microUsd = whole * MICRO + Number((found[2] ?? '').padEnd(6, '0'))
  if (microUsd > MOST_MICRO_USD) return { ok: false, sentence: 'At most $1,000,000. Leave it empty for no cap.' }
  return { ok: true, microUsd }
}

const wrong = (): Typed => ({
  ok: false,
  sentence: 'Write an amount in dollars, like 10 or 10.50. Leave it empty for no cap.',
})

/** An amount as it stands in its field: `10`, `10.50`, `0.0025`; empty for no cap. */
export function typedOf(microUsd: number | null): string {
  if (microUsd === null) return ''
  const [whole, part = ''] = String(microUsd / MICRO).split('.')
  return part === '' ? (whole ?? '') : `${whole}.${part.padEnd(2, '0')}`
}
