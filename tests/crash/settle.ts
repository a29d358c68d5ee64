import { setTimeout as sleep } from 'node:timers/promises'
import { isSettled } from '@/lib/generations/state'
import type { StudioProcess } from '@/tests/crash/studio-process'
import { readGenerations, type StudioGeneration } from '@/tests/support/studio-books'

/** Nothing more happens to it by itself, and nobody works on it. */
export const isQuiet = ({ state, leaseOwner }: StudioGeneration) =>
  isSettled(state) && state !== 'stored' && leaseOwner === null

/** Waits until these generations have come to an end, the process is gone, or the patience (ms) is. */
export async function untilSettled(
  studio: StudioProcess,
  dataDir: string,
  ids: readonly string[],
  patience: number,
): Promise<void> {
  const until = performance.now() + patience
  while (performance.now() < until && !studio.isGone()) {
    const quiet = new Set(readGenerations(dataDir, ids).flatMap((row) => (isQuiet(row) ? [row.id] : [])))
    if (ids.every((id) => quiet.has(id))) return
    await sleep(50)
  }
}
