import { readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { say } from '@/lib/cli/prepare'
import { inputSchemaFor } from '@/lib/generations/input'
import { log } from '@/lib/log'
import type { ModelOffer } from '@/lib/models/offer'
import { readCatalogue } from '@/lib/models/server'
import { formatUsd } from '@/lib/money/format'
import { clip, picture, wav } from '@/tests/support/pantry'
import { openTestStudio, press, pricedIntent, untilState } from '@/tests/support/studio'
import { footageFrom, putInLibrary } from './library'
import { type Files, smallestInput } from './smallest-input'

// npm run test:models -- FILE
// Every model of a real GET /models?type=video answer: is its form complete, is it priced, does a clip come out?

interface Seen {
  quoted: string
  state: string
  /** Why the form or the studio does not cover this model; null when it does. */
  trouble: string | null
}

async function main(file: string): Promise<number> {
  log.level = 'error'
  process.env.SQUERO_SANDBOX_MODELS = file
  const studio = await openTestStudio(1000)
  await studio.control.set('balance', { usd: 1_000_000 })
  // Each model is tried, not the pace of asking.
  await studio.control.set('limits', { queue: 100_000, retrieve: 100_000 })
  const lay = await footageFrom(file, sandboxIn(studio.dataDir))
  const files = await libraryFiles()
  const { models } = await readCatalogue()
  const running = await studio.start()
  const uncovered: string[] = []
  for (const offer of models) {
    const seen = await tryModel(offer, files, lay)
    say(`${offer.id} ${offer.kind} ${seen.quoted} ${seen.state}`)
    if (seen.trouble !== null) uncovered.push(`${offer.id}: ${seen.trouble}`)
  }
  await running.stop()
  rmSync(studio.dataDir, { recursive: true, force: true })
  say(`models ${models.length}, covered ${models.length - uncovered.length}, not covered ${uncovered.length}`)
  for (const line of uncovered) say(`  ${line}`)
  return models.length > 0 && uncovered.length === 0 ? 0 : 1
}

/** The sandbox's books lie in the data folder, under a name made from the file's. */
function sandboxIn(dataDir: string): string {
  const name = readdirSync(dataDir).find((one) => one.startsWith('sandbox-'))
  if (name === undefined) throw new Error('The sandbox did not take the file of models.')
  return join(dataDir, name)
}

async function libraryFiles(): Promise<Files> {
  const [image, video, audio] = [await picture(1024, 1024), await clip(5), await wav(3)]
  for (const stored of [image, video, audio]) await putInLibrary(stored)
  return { image: image.medium, video: video.medium, audio: audio.medium }
}

async function tryModel(offer: ModelOffer, files: Files, lay: Awaited<ReturnType<typeof footageFrom>>): Promise<Seen> {
  const seen: Seen = { quoted: '-', state: '-', trouble: offer.kind === 'other' ? 'of a kind nobody knows' : null }
  try {
    const input = smallestInput(offer, files)
    const issue = inputSchemaFor(offer).safeParse(input).error?.issues[0]
    if (issue) return { ...seen, trouble: `the form says: ${issue.message}` }
    const intent = await pricedIntent(input)
    const quoted = formatUsd(intent.quotedMicroUsd)
    await lay(input)
    const pressed = await press(intent)
    if (pressed.kind !== 'accepted') return { ...seen, quoted, trouble: `not accepted: ${JSON.stringify(pressed)}` }
    const { state } = await untilState(intent.id, [
      'done',
      'rejected',
      'failed',
      'lost',
      'uncertain',
      'awaiting_consent',
    ])
    return { quoted, state, trouble: state === 'done' ? seen.trouble : `it became ${state}` }
  } catch (error) {
    return { ...seen, trouble: error instanceof Error ? error.message : String(error) }
  }
}

const [file] = process.argv.slice(2)
if (file === undefined) throw new Error('Name a file with an answer of GET /models?type=video.')
process.exitCode = await main(resolve(file))
