import { setTimeout as sleep } from 'node:timers/promises'
import { descendants } from '@/tests/support/app'
import { filesOf, rssOf } from '@/tests/support/rss'

/** What a process and all that came from it hold. */
export interface Held {
  /** Bytes of memory. */
  rss: number
  files: number
}

const LOOKS = 30
const BETWEEN = 2000

/** The median of a minute: memory goes up and down between two collections. */
export async function heldNow(pid: number): Promise<Held> {
  const looks: Held[] = []
  for (let look = 0; look < LOOKS; look++) {
    const all = descendants(pid)
    looks.push({ rss: sum(all.map(rssOf)), files: sum(all.map(filesOf)) })
    await sleep(BETWEEN)
  }
  const middle = (numbers: number[]) => numbers.sort((a, b) => a - b)[LOOKS / 2] ?? 0
  return { rss: middle(looks.map(({ rss }) => rss)), files: middle(looks.map(({ files }) => files)) }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
