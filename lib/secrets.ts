import { once } from '@/lib/once'

const known = once('secrets', () => new Set<string>())

/** What is named here is taken out of every line of the log, from now on. */
export function keepOutOfLogs(...secrets: string[]): void {
  for (const secret of secrets) known.add(secret)
}

/** All that were named in this process. */
export const namedSecrets = (): string[] => [...known]
