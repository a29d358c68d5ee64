/** Which of the given names of a model a line of the usage history sells; false when it sells none of them. */
export type Sells = (sku: string, models: readonly string[]) => boolean

/**
 * Reads which model a line of the usage history sells: it names the model and a unit (`grok-imagine-image-image-unit`),
 * in a spelling of its own (dots become dashes). Where one model's name begins with another's (`x-pro` and
 * `x-pro-private`), the longest of the known names counts. No more is documented.
 */
export function skuReader(known: Iterable<string>): Sells {
  const plain = remembering(spelledPlainly)
  const names = [...new Set([...known].map(plain))].sort((a, b) => b.length - a.length)
  const soldBy = remembering((sku: string) => names.find((name) => begins(spelledPlainly(sku), name)) ?? null)
  return (sku, models) => {
    const sold = soldBy(sku)
    return models.some((model) => plain(model) === sold)
  }
}

const begins = (sku: string, name: string) => name !== '' && (sku === name || sku.startsWith(`${name}-`))

function spelledPlainly(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Thousands of pairs are compared, of a few names. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const made = work(text)
    known.set(text, made)
    return made
  }
}
