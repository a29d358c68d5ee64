import { setTimeout as sleep } from 'node:timers/promises'
import type { Intent } from '@/lib/generations/view'
import { pressGenerate, priceOf, type Silence } from '@/tests/crash/press'
import type { Press } from '@/tests/crash/scenario'
import type { Confirmed, Violation } from '@/tests/support/judge'
import type { StudioGeneration } from '@/tests/support/studio-books'

/** ms, and how often. */
const TRY_AGAIN = 500
const MOST_TRIES = 60

/** As much of a studio as a person needs. */
interface Studio {
  url: string
  isGone(): boolean
}

/** Somebody who presses Generate, and presses again, with the very same intent, where no answer came. */
export class Person {
  readonly confirmed: Confirmed[] = []
  private readonly buttons = new Map<string, Intent>()
  private readonly accepted = new Set<string>()

  /** Presses what has no answer yet, one after the other; stops when the studio is gone. */
  async pressAll(studio: Studio, presses: readonly Press[]): Promise<void> {
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

  /** @returns whether it was accepted; if not, the studio is gone */
  private async press(studio: Studio, { intent }: Press): Promise<boolean> {
    const button = this.buttons.get(intent.id) ?? (await this.priced(studio, intent))
    if (!button) return false
    const answer = await untilAnswered(() => pressGenerate(studio.url, button))
    if (answer !== 'accepted') return false
    this.accepted.add(intent.id)
    return true
  }

  private async priced(studio: Studio, intent: Press['intent']): Promise<Intent | null> {
    const quotedMicroUsd = await untilAnswered(() => priceOf(studio.url, intent.input))
    if (quotedMicroUsd === 'gone') return null
    const button = { ...intent, quotedMicroUsd }
    this.buttons.set(intent.id, button)
    this.confirmed.push({ id: intent.id, modelId: intent.input.modelId, prompt: intent.input.prompt })
    return button
  }
}

/** @throws Error when the answer stays "not now" */
async function untilAnswered<T extends 'accepted' | number>(ask: () => Promise<T | Silence>): Promise<T | 'gone'> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const answer = await ask()
    if (answer !== 'not now') return answer
    await sleep(TRY_AGAIN)
  }
  throw new Error('No price can be had.')
}
