import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GenerationInput } from '@/lib/generations/input'
import { videoRequest } from '@/lib/generations/wire'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { footageKey } from '@/lib/sandbox/footage/order'
import { footageFor } from '@/lib/sandbox/footage/shape'
import { queueRequest } from '@/lib/sandbox/rules/schema'
import { toQueueBody } from '@/lib/venice/request'
import { shoot } from '@/tests/support/footage'

/**
 * Lays a small clip where the sandbox would film one, so that a thousand jobs need no thousand films. Each job's has
 * bytes of its own, so that a clip in the wrong place is seen.
 */
export type LayFootage = (input: GenerationInput) => void

export async function footageIn(sandboxDir: string): Promise<LayFootage> {
  const film = await shoot({ frames: 6 })
  const catalogue = new Catalogue()
  return (input) => {
    const model = catalogue.find(input.modelId)
    if (!model) throw new Error(`The sandbox has no model ${input.modelId}.`)
    const order = footageFor(model, queueRequest.parse(toQueueBody(videoRequest(input))))
    const path = join(sandboxDir, 'footage', `${footageKey(order)}.mp4`)
    writeFileSync(path, Buffer.concat([film, freeBox(input.prompt)]))
  }
}

/** A box that players pass over. */
function freeBox(text: string): Buffer {
  const words = Buffer.from(text)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + words.length)
  head.write('free', 4, 'latin1')
  return Buffer.concat([head, words])
}
