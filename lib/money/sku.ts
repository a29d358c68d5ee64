/**
 * Whether a line of the usage history sells this model: it names the model and a unit (`grok-imagine-image-image-unit`),
 * in a spelling of its own (dots become dashes).
 */
export function sells(sku: string, model: string): boolean {
  return startsWith(plain(sku), plain(model))
}

/**
 * Finds which models a line sells: where one model's name begins with another's (`x-pro` and `x-pro-private`), the
 * longest of the known names counts.
 */
export function skuReader(known: Iterable<string>): (sku: string, models: readonly string[]) => boolean {
  const names = [...new Set([...known].map(plain))].sort((a, b) => b.length - a.length)
  const longest = new Map<string, string | null>()
  return (sku, models) => {
    if (!longest.has(sku)) longest.set(sku, names.find((name) => startsWith(plain(sku), name)) ?? null)
    const sold = longest.get(sku)
    return models.some((model) => (sold ? plain(model) === sold : sells(sku, model)))
  }
}

const startsWith = (sku: string, name: string) => name !== '' && (sku === name || sku.startsWith(`${name}-`))

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
