import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Answer, json } from '../answer'
import type { RouteName } from '../routes'
import type { Spoiling } from '../send'
import { faultAnswer } from './bodies'
import type { Facts, FaultBook } from './book'
import type { Fault, FaultOrder } from './schema'

/** What becomes of a call: an answer to send (perhaps spoiled), bytes that are none, a dead socket, or silence. */
export type Outcome = { struck?: FaultOrder } & (
  | { kind: 'answer'; answer: Answer; spoiling?: Spoiling }
  | { kind: 'raw'; bytes: Buffer; ending: 'close' | 'reset' | 'hang' }
  | { kind: 'reset' }
  | { kind: 'stall' }
)

/** Carries the call out, with whatever fault is on order for it. */
export async function play(book: FaultBook, on: RouteName, facts: Facts, act: () => Answer): Promise<Outcome> {
  const struck = book.take(on, facts, 'call')
  if (struck) return { ...(await strike(on, struck.fault, act)), struck }
  const answer = act()
  const media = answer.body.kind === 'clip'
  const spoilt = on === 'retrieve' || on === 'download' ? media : true
  const spoiler = spoilt ? book.take(on, facts, 'body') : undefined
  if (!spoiler) return { kind: 'answer', answer }
  return { kind: 'answer', ...spoil(answer, spoiler.fault), struck: spoiler }
}

async function strike(on: RouteName, fault: Fault, act: () => Answer): Promise<Outcome> {
  if (fault.kind === 'delay') {
    await new Promise((resolve) => setTimeout(resolve, fault.ms))
    return { kind: 'answer', answer: act() }
  }
  const done = strikesAfter(fault) ? act() : undefined
  if (fault.kind === 'reset' || fault.kind === 'stall') return { kind: fault.kind }
  if (fault.kind === 'raw') return { kind: 'raw', bytes: rawBytes(fault.text, done), ending: fault.ending }
  if (fault.kind === 'no-queue-id') return { kind: 'answer', answer: json({}) }
  if (fault.kind === 'status' || fault.kind === 'status-after') {
    return { kind: 'answer', answer: faultAnswer(on, fault, done) }
  }
  throw new Error(`${fault.kind} spoils a body, not a call`)
}

function strikesAfter(fault: Fault): boolean {
  if (fault.kind === 'no-queue-id' || fault.kind === 'status-after') return true
  if (fault.kind === 'status') return fault.when === 'after' || (fault.when === undefined && fault.status < 300)
  return (fault.kind === 'reset' || fault.kind === 'stall' || fault.kind === 'raw') && fault.when === 'after'
}

function rawBytes(text: string, done: Answer | undefined): Buffer {
  const answer = done?.body.kind === 'json' ? JSON.stringify(done.body.value) : ''
  const length = String(Buffer.byteLength(answer))
  return Buffer.from(text.replaceAll('{answer}', answer).replaceAll('{length}', length), 'latin1')
}

function spoil(answer: Answer, fault: Fault): { answer: Answer; spoiling?: Spoiling } {
  if (fault.kind === 'cut-body') return { answer, spoiling: { stopAt: { bytes: fault.at, ending: 'destroy' } } }
  if (fault.kind === 'stall-body') return { answer, spoiling: { stopAt: { bytes: fault.at, ending: 'hang' } } }
  if (fault.kind === 'drip') return { answer, spoiling: { drip: { bytes: fault.bytes, everyMs: fault.everyMs } } }
  if (fault.kind === 'garbage-after') return { answer: withGarbage(answer, fault.bytes) }
  const bytes = fault.kind === 'garbage-media' ? randomBytes(fault.bytes) : Buffer.alloc(0)
  return { answer: { ...answer, body: { kind: 'bytes', bytes, type: 'video/mp4' } } }
}

/** The footage as it would have come, and something behind it that is none. */
function withGarbage({ body, ...answer }: Answer, count: number): Answer {
  if (body.kind !== 'clip') return { ...answer, body }
  const bytes = Buffer.concat([readFileSync(body.clip.path).subarray(body.from, body.to + 1), randomBytes(count)])
  return { ...answer, body: { kind: 'bytes', bytes, type: 'video/mp4' } }
}
