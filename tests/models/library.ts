import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { fillFiles } from '@/lib/generations/fill-files'
import type { GenerationInput } from '@/lib/generations/input'
import { mediaFolder } from '@/lib/generations/media-folder'
import { videoRequest } from '@/lib/generations/wire'
import { assetPath } from '@/lib/media/store'
import { Catalogue } from '@/lib/sandbox/catalogue'
import { modelsFromFile } from '@/lib/sandbox/catalogue/from-file'
import { footageKey } from '@/lib/sandbox/footage/order'
import { footageFor } from '@/lib/sandbox/footage/shape'
import { queueRequest } from '@/lib/sandbox/rules/schema'
import { toQueueBody } from '@/lib/venice/request'
import { clip, type Stored } from '@/tests/support/pantry'

/** Puts a file into the library, as an upload does. */
export async function putInLibrary({ medium, bytes }: Stored): Promise<void> {
  const [db, folder] = await Promise.all([studioDb(), mediaFolder()])
  const { hash, mime, width, height, seconds, name } = medium
  const now = new Date(systemClock())
  writeFileSync(assetPath(folder, medium), bytes)
  await db.asset.create({
    data: {
      hash,
      mime,
      bytes: BigInt(bytes.length),
      width: width ?? 0,
      height: height ?? 0,
      durationMs: Math.round((seconds ?? 0) * 1000),
      hasAudio: false,
      name,
      createdAt: now,
      uploadedAt: now,
    },
  })
}

/** Lays a short clip where the sandbox would film one: a hundred real ones would take the machine an hour. */
export async function footageFrom(
  file: string,
  sandboxDir: string,
): Promise<(input: GenerationInput) => Promise<void>> {
  const [{ bytes }, folder] = await Promise.all([clip(2), mediaFolder()])
  const catalogue = new Catalogue(modelsFromFile(file))
  mkdirSync(join(sandboxDir, 'footage'), { recursive: true })
  return async (input) => {
    const model = catalogue.find(input.modelId)
    if (!model) throw new Error(`The file has no model ${input.modelId}.`)
    const body = await fillFiles(folder, toQueueBody(videoRequest(input)))
    const order = footageFor(model, queueRequest.parse(body))
    writeFileSync(join(sandboxDir, 'footage', `${footageKey(order)}.mp4`), bytes)
  }
}
