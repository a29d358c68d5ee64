/** A number as this studio writes it: the one thing that may begin with a minus and is not taken for a formula. */
const AMOUNT = /^-?\d+\.\d{6}$/

/** One record of a CSV file (RFC 4180), with its line end. */
export function csvRecord(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`
}

/**
 * A field, quoted where it must be. A spreadsheet runs what begins with one of these signs as a formula, and prompts
 * come from anywhere: an apostrophe before it makes it text (OWASP, CSV injection).
 */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !AMOUNT.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** µUSD as dollars with all six digits: exact, and the same in every country. */
export function dollars(microUsd: bigint): string {
  const size = microUsd < 0n ? -microUsd : microUsd
  return `${microUsd < 0n ? '-' : ''}${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, '0')}`
}
