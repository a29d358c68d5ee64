import * as z from 'zod'
import type { GenerationInput } from '@/lib/generations/input'
import type { Intent } from '@/lib/generations/view'
import { builtActions } from '@/tests/support/built'

const SUBMIT = 'app/actions/generations.ts#submitGeneration'

const priced = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), quote: z.object({ microUsd: z.int() }) }),
  z.object({ ok: z.literal(false) }),
])
const result = z.object({ kind: z.string() })

/** No answer: the studio is gone. Not now: a busy machine had no price in time, and the person tries again. */
export type Silence = 'gone' | 'not now'

/** The price on the button, asked for as the form does, µUSD. */
export async function priceOf(studioUrl: string, input: GenerationInput): Promise<number | Silence> {
  const query = new URLSearchParams({ model: input.modelId, duration: input.duration })
  for (const field of ['resolution', 'aspectRatio', 'audio', 'upscaleFactor'] as const) {
    if (input[field] !== null) query.set(field, String(input[field]))
  }
  const body: unknown = await fetch(`${studioUrl}/api/quote?${query}`)
    .then((answer) => answer.json())
    .catch(() => null)
  if (body === null) return 'gone'
  const answer = priced.parse(body)
  return answer.ok ? answer.quote.microUsd : 'not now'
}

/**
 * Presses Generate: the server action, by the protocol the page speaks.
 * @throws Error on any other result than these
 */
export async function pressGenerate(studioUrl: string, intent: Intent): Promise<'accepted' | Silence> {
  const headers = { origin: studioUrl, 'next-action': submitAction(), 'content-type': 'text/plain;charset=UTF-8' }
  const text = await fetch(studioUrl, { method: 'POST', headers, body: JSON.stringify([intent]) })
    .then((answer) => answer.text())
    .catch(() => null)
  const kind = text === null ? null : kindOf(text)
  if (kind === null) return 'gone'
  if (kind === 'refused') return 'not now'
  if (kind !== 'accepted') throw new Error(`A press was answered with ${kind}, not recorded.`)
  return kind
}

/** The answer is a stream of rows `id:json`; row 0 names the one that holds the action's result. */
function kindOf(text: string): string | null {
  const rows = new Map(
    text.split('\n').flatMap((line) => {
      const found = /^([0-9a-f]+):([[{].*)$/.exec(line)
      return found ? [[found[1], found[2]] as const] : []
    }),
  )
  const head = rows.get('0')
  if (head === undefined) return null
  const { a } = z.object({ a: z.string() }).parse(JSON.parse(head))
  const row = rows.get(a.replace('$@', ''))
  if (row === undefined) return null
  return result.parse(JSON.parse(row)).kind
}

let known: string | undefined

/** @throws Error when the build has no such action */
function submitAction(): string {
  known ??= builtActions().get(SUBMIT)
  if (known === undefined) throw new Error(`The build has no action ${SUBMIT}.`)
  return known
}
