import { setTimeout as sleep } from 'node:timers/promises'
import type { Intent } from '@/lib/generations/view'
import { pressGenerate, priceOf } from '@/tests/crash/press'
import type { Press } from '@/tests/crash/scenario'
import type { StudioProcess } from '@/tests/crash/studio-process'
import type { Confirmed, Violation } from '@/tests/support/judge'
import type { StudioGeneration } from '@/tests/support/studio-books'

/** ms, and how often. */
const TRY_AGAIN = 500
const MOST_TRIES = 60

/** Somebody who presses Generate, and presses again, with the very same intent, where no answer came. */
export class Person {
  readonly confirmed: Confirmed[] = []
  private readonly buttons = new Map<string, Intent>()
  private readonly accepted = new Set<string>()

  /** Presses what has no answer yet, one after the other; stops when the studio is gone. */
  async pressAll(studio: StudioProcess, presses: readonly Press[]): Promise<void> {
    for (const press of presses) {
      if (this.accepted.has(press.intent.id)) continue
      await sleep(press.afterMs)
      if (studio.isGone() || !(await this.press(studio, press))) return
    }
  }

  /** What the studio said it had recorded, and has not. */
  lostBy(generations: readonly StudioGeneration[]): Violation[] {
    const kept = new Set(generations.map(({ id }) => id))
    const lost = [...this.accepted].filter((id) => !kept.has(id))
    return lost.map((about) => ({ promise: 1, about, what: 'it was accepted, and is not in the database' }))
  }

  /** @returns whether an answer came */
  private async press(studio: StudioProcess, { intent }: Press): Promise<boolean> {
    const button = this.buttons.get(intent.id) ?? (await this.priced(studio, intent))
    if (!button) return false
    let kind = await pressGenerate(studio.url, button)
    // The price could not be had in time: nothing was recorded, and the person tries again.
    for (let tries = 0; kind === 'refused' && tries < MOST_TRIES; tries++) {
      await sleep(TRY_AGAIN)
      kind = await pressGenerate(studio.url, button)
    }
    if (kind === null) return false
    if (kind !== 'accepted') throw new Error(`A press was answered with ${kind}, not recorded.`)
    this.accepted.add(intent.id)
    return true
  }

  private async priced(studio: StudioProcess, intent: Press['intent']): Promise<Intent | null> {
    const quotedMicroUsd = await priceOf(studio.url, intent.input)
    if (quotedMicroUsd === null) return null
    const button = { ...intent, quotedMicroUsd }
    this.buttons.set(intent.id, button)
    this.confirmed.push({ id: intent.id, modelId: intent.input.modelId, prompt: intent.input.prompt })
    return button
  }
}
