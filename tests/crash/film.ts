import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GenerationInput } from '@/lib/generations/input'
import { videoRequest } from '@/lib/generations/wire'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { type FootageOrder, footageKey } from '@/lib/sandbox/footage/order'
import { footageFor } from '@/lib/sandbox/footage/shape'
import { Studio } from '@/lib/sandbox/footage/studio'
import { queueRequest } from '@/lib/sandbox/rules/schema'
import { toQueueBody } from '@/lib/venice/request'

export interface Film {
  /** Of the sandboxes that are to deliver what is staged here. */
  folder: string
  /** Lays the clip of this input ready, so that no sandbox has to film it: one like it, but no other's bytes. */
  stage(input: GenerationInput): Promise<void>
  close(): Promise<void>
}

/** Footage for thousands of jobs: each shape is filmed once, and each clip is that film with its own prompt in it. */
export function openFilm(): Film {
  const dir = mkdtempSync(join(tmpdir(), 'squero-footage-'))
  const folder = join(dir, 'footage')
  const studio = new Studio(dir)
  const catalogue = new Catalogue()

  async function stage(input: GenerationInput): Promise<void> {
    const model = catalogue.find(input.modelId)
    if (!model) throw new Error(`The sandbox has no model ${input.modelId}.`)
    const order = footageFor(model, queueRequest.parse(toQueueBody(videoRequest(input))))
    const path = join(folder, `${footageKey(order)}.mp4`)
    if (existsSync(path)) return
    copyFileSync(await shot(studio, { ...order, prompt: 'a canal at dusk' }), `${path}.staged`)
    writeFileSync(`${path}.staged`, freeBox(order.prompt), { flag: 'a' })
    renameSync(`${path}.staged`, path)
  }

  return {
    folder,
    stage,
    async close() {
      await studio.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function shot(studio: Studio, order: FootageOrder): Promise<string> {
  for (;;) {
    const clip = studio.clip(order)
    if (clip) return clip.path
    await sleep(50)
  }
}

/** A box that players pass over (ISO/IEC 14496-12, `free`). */
function freeBox(text: string): Buffer {
  const body = Buffer.from(text)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length)
  head.write('free', 4, 'latin1')
  return Buffer.concat([head, body])
}
