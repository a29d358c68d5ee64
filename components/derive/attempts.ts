import type { UnderivedClip } from '@/lib/media/underived'

const MOST = 2

/** Failures by clip, for as long as the page lives. */
const failures = new Map<string, number>()

/** Whether a clip has not failed too often on this page. */
export function mayTry({ hash }: Pick<UnderivedClip, 'hash'>): boolean {
  return (failures.get(hash) ?? 0) < MOST
}

export function countFailure({ hash }: Pick<UnderivedClip, 'hash'>): void {
  failures.set(hash, (failures.get(hash) ?? 0) + 1)
}
