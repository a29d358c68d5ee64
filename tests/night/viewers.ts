import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'

/** ms between two things that one viewer does. */
const PAUSE = 2000
/** Of a clip, bytes. */
const PART = 256 * 1024

const page = z.object({ items: z.array(z.object({ id: z.string(), clip: z.object({ src: z.string() }).nullable() })) })

/**
 * So many people who look at what happens, at the library and at clips, as pages do, until they are stopped.
 * @param url of the studio, which may be gone for a while
 */
export function viewers(url: string, count: number) {
  let on = true
  const seen = { answers: 0, refused: 0, silent: 0 }
  const all = Array.from({ length: count }, async (_, at) => {
    await sleep((PAUSE / count) * at)
    for (let time = at; on; time++) {
      await look(url, time, seen).catch(() => {
        seen.silent += 1
      })
      await sleep(PAUSE)
    }
  })
  return {
    seen,
    async stop() {
      on = false
      await Promise.all(all)
    },
  }
}

async function look(url: string, time: number, seen: { answers: number; refused: number }): Promise<void> {
  const ask = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(url + path, { headers })
    if (answer.ok) seen.answers += 1
    else seen.refused += 1
    return answer
  }
  const way = time % 8
  if (way < 4) await (await ask('/api/generations')).arrayBuffer()
  else if (way === 4) await (await ask('/library')).arrayBuffer()
  else {
    const { items } = page.parse(await (await ask('/api/library')).json())
    const found = items.filter(({ clip }) => clip !== null)
    const one = found[time % Math.max(found.length, 1)]
    if (!one?.clip) return
    if (way === 5) await (await ask(`/library/${one.id}`)).arrayBuffer()
    else await (await ask(one.clip.src, { range: `bytes=0-${PART}` })).arrayBuffer()
  }
}
