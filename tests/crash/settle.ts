import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { isSettled } from '@/lib/generations/state'
import type { StudioProcess } from '@/tests/crash/studio-process'
import { readStudioBooks, type StudioBooks } from '@/tests/support/studio-books'

/** Waits until these generations have come to an end, the process is gone, or the patience (ms) is. */
export async function untilSettled(
  studio: StudioProcess,
  dataDir: string,
  ids: readonly string[],
  patience: number,
): Promise<'settled' | 'gone' | 'stuck'> {
  const until = performance.now() + patience
  while (performance.now() < until) {
    if (studio.isGone()) return 'gone'
    if (isQuiet(readStudioBooks(dataDir), ids)) return 'settled'
    await sleep(50)
  }
  return 'stuck'
}

function isQuiet({ generations }: StudioBooks, ids: readonly string[]): boolean {
  const states = new Map(generations.map(({ id, state }) => [id, state]))
  return ids.every((id) => {
    const state = states.get(id)
    return state !== undefined && isSettled(state) && state !== 'stored'
  })
}

/** What is open: recorded, and neither ended nor waiting for the person. */
export function openIn(dataDir: string): string[] {
  if (!existsSync(dataDir)) return []
  return readStudioBooks(dataDir).generations.flatMap(({ id, state }) => (isSettled(state) ? [] : [id]))
}
