import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { studioAccount } from '@/lib/account'
import { studioDb } from '@/lib/db/client'
import { startStudio, wakeEngine } from '@/lib/engine/studio'
import type { GenerationInput } from '@/lib/generations/input'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { pricingKey, pricingOf } from '@/lib/generations/pricing-key'
import { quoteGeneration } from '@/lib/generations/quote'
import { readGeneration } from '@/lib/generations/read'
import { submitGeneration } from '@/lib/generations/submit'
import type { GenerationView, Intent, SubmitResult } from '@/lib/generations/view'
import { findOffer } from '@/lib/models/server'
import { type SandboxControl, sandboxControl } from '@/tests/support/sandbox-control'

/**
 * A whole studio without pages: a new data folder, the real database file, the sandbox over HTTP, in this process at
 * the given speed, or where the settings say. Vitest gives each
 * test file its own process, so there is one studio a file.
 */
export async function openTestStudio(
  how: number | { VENICE_API_KEY: string; VENICE_API_BASE_URL: string } = 200,
  more: Record<string, string> = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'squero-test-'))
  delete process.env.VENICE_API_KEY
  delete process.env.VENICE_API_BASE_URL
  process.env.SQUERO_DATA_DIR = dataDir
  Object.assign(process.env, typeof how === 'number' ? { SQUERO_SANDBOX_SPEED: String(how) } : how, more)
  const account = await studioAccount()
  const control: SandboxControl = sandboxControl(account.access.baseUrl)
  return { dataDir, account, control, db: await studioDb(), start: startStudio }
}

/** The smallest input a model takes: what the form would hold right after it was chosen. */
export async function smallestInput(modelId: string, prompt: string): Promise<GenerationInput> {
  const offer = await findOffer(modelId)
  if (!offer) throw new Error(`The sandbox has no model ${modelId}.`)
  return {
    modelId,
    prompt,
    negativePrompt: '',
    duration: offer.durations[0] ?? '5s',
    resolution: offer.resolutions[0] ?? null,
    aspectRatio: offer.aspectRatios[0] ?? null,
    audio: offer.sound === 'optional' ? false : null,
    upscaleFactor: offer.upscaleFactors[0] ?? null,
    bitrate: offer.bitrate ? 'standard' : null,
    media: NO_MEDIA,
  }
}

/** An intent at the price Venice says now. */
export async function pricedIntent(input: GenerationInput, id: string = crypto.randomUUID()): Promise<Intent> {
  const answer = await quoteGeneration(pricingOf(input), { signal: AbortSignal.timeout(5000) })
  if (!answer.ok) throw new Error(answer.sentence)
  if (answer.quote.key !== pricingKey(pricingOf(input))) throw new Error('The quote is for other inputs.')
  return {
    id,
    input,
    quotedMicroUsd: answer.quote.microUsd,
    projectId: null,
    timeZone: null,
    confirmed: false,
  }
}

/** Presses Generate: what the action does. */
export async function press(intent: Intent): Promise<SubmitResult> {
  const result = await submitGeneration(intent)
  wakeEngine()
  return result
}

/** Waits until a generation is in one of these states; fails after 80 s. */
export async function untilState(id: string, states: GenerationView['state'][]): Promise<GenerationView> {
  for (let tries = 0; tries < 1600; tries++) {
    const generation = await readGeneration(id)
    if (generation && states.includes(generation.state)) return generation
    await sleep(50)
  }
  throw new Error(`${id} did not become ${states.join(' or ')}: ${JSON.stringify(await readGeneration(id))}`)
}
