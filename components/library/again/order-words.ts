import { countWords } from '@/components/generation/words'
import type { Bought, Stop } from '@/components/library/again/buy-takes'
import { NO_ANSWER } from '@/components/unanswered'
import { formatUsd } from '@/lib/money/format'

/** How an order of takes stands, once something was pressed. */
export interface Order {
  /** How many were asked for. */
  takes: number
  recorded: number
  /** What can still be bought by going on: those were not recorded, or are not known to be. */
  left: readonly string[]
  /** Why it went no further; null when all of it was recorded. */
  stop: Stop | null
  /** Presses before, whose answer was lost, had recorded what was asked for last. */
  hadArrived?: true
}

/** An order after one more press of it: what can't be had by pressing again is left. */
export function orderAfter(order: Order, { recorded, before, left, stop: last }: Bought): Order {
  // Whoever is signed out is refused before it is looked up what was recorded: it stays as open as it was.
  const stop: Stop | null =
    last?.kind === 'refused' && isOpen(order) ? { kind: 'unanswered', sentence: last.sentence } : last
  const after = {
    takes: order.takes,
    recorded: order.recorded + recorded,
    left: stop && mayGoOn(stop) ? left : [],
    stop,
  }
  return before > 0 && before === order.left.length ? { ...after, hadArrived: true } : after
}

const mayGoOn = (stop: Stop) => stop.kind === 'moved' || stop.kind === 'ask' || isOpen({ stop })

/** Whether nobody knows how much of it was recorded. */
export const isOpen = ({ stop }: Pick<Order, 'stop'>): boolean => stop?.kind === 'unanswered'

/** What became of an order: how much of it was recorded, and why no more. */
export function orderWords({ takes, recorded, stop, hadArrived }: Order, paused: boolean): string {
  if (stop === null) return hadArrived ? bought(takes) : onItsWay(recorded, paused)
  const some =
    takes === 1 || (recorded === 0 && isOpen({ stop }))
      ? ''
      : recorded === 0
        ? 'No take was recorded. '
        : `${recorded} of ${takes} takes ${recorded === 1 ? 'was' : 'were'} recorded. `
  return `${some}${stopWords(stop, recorded > 0)}`
}

const bought = (takes: number) =>
  takes === 1 ? 'It had arrived: it is bought, once.' : `All ${takes} takes had arrived: each is bought, once.`

function onItsWay(recorded: number, paused: boolean): string {
  if (paused)
    return `${recorded === 1 ? 'It waits' : `${countWords(recorded, 'take')} wait`} in line: sending is paused.`
  return recorded === 1 ? 'On its way.' : `${countWords(recorded, 'take')} are on their way.`
}

function stopWords(stop: Stop, some: boolean): string {
  const nothing = some ? 'Nothing more was spent.' : 'Nothing was spent.'
  switch (stop.kind) {
    case 'cap':
      return `${stop.refusal.sentence} ${nothing}`
    case 'moved':
      return `The price is ${formatUsd(stop.quote.microUsd)} now, it was ${formatUsd(stop.wasMicroUsd)}. ${nothing}`
    case 'ask':
      return `The price is above the ${formatUsd(stop.askAboveMicroUsd)} you asked to be told about. ${nothing}`
    case 'unanswered':
      return stop.sentence ? `${stop.sentence} Nothing is bought twice: press again.` : NO_ANSWER
    case 'invalid':
      return `${withMoney(stop.sentence, nothing)} Take its settings into the form and change them.`
    case 'refused':
      return withMoney(stop.sentence, nothing)
  }
}

/** The studio's own sentence says of one take that nothing was spent, or leaves it out. */
function withMoney(sentence: string, nothing: string): string {
  const told = /Nothing was spent\.?/i
  return told.test(sentence) ? sentence.replace(told, nothing) : `${sentence} ${nothing}`
}
