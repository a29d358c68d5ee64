/**
 * What a hand is for. Downloads and transcripts take minutes: they have hands of their own, so that sends and asks never
 * wait for them.
 */
export type Hand = 'send' | 'transcribe' | 'ask' | 'receive' | 'chore'

/** How many generations are worked on side by side. Sends and asks together stay under what may fail at once (rate.ts). */
const HANDS: Record<Hand, number> = { send: 4, transcribe: 2, ask: 5, receive: 4, chore: 4 }

export type Hands = ReturnType<typeof createHands>

/** Who works on what, in this process. `onFree` is told whenever one is done. */
export function createHands(onFree: () => void) {
  const busy = new Map<string, { hand: Hand; work: Promise<void> }>()
  const free = (hand: Hand) => HANDS[hand] - [...busy.values()].filter((one) => one.hand === hand).length
  return {
    free,
    /** The generations in hand. */
    ids: (): string[] => [...busy.keys()],
    /** Lets a hand do `work`, which must not throw. It may call `receives` when it has turned into a download. */
    give(hand: Hand, id: string, work: (receives: () => void) => Promise<void>): void {
      const receives = () => {
        const mine = busy.get(id)
        // With all of those hands full it goes on in the one it has.
        if (mine && mine.hand !== 'receive' && free('receive') > 0) mine.hand = 'receive'
        onFree()
      }
      const done = () => {
        busy.delete(id)
        onFree()
      }
      busy.set(id, {
        hand,
        work: Promise.resolve()
          .then(() => work(receives))
          .finally(done),
      })
    },
    async allDone(): Promise<void> {
      await Promise.all([...busy.values()].map((one) => one.work))
    },
  }
}
