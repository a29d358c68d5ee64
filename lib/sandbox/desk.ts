import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Answer, json, Refusal, refuse } from './answer'
import type { Context } from './context'
import { type Controls, control } from './control'
import { factsOf, loggedBody } from './facts'
import { type Outcome, play } from './faults/play'
import { admit } from './gate'
import { type Asked, readBody, requireJson } from './request'
import type { LoggedRequest } from './request-log'
import { type Route, routeFor } from './routes'
import { send, sendRaw } from './send'

/** An upload refused for its size is thrown away for this long, then the socket goes. */
const DISCARD_MS = 5_000

/** Takes one request from the socket to its answer. Never throws. */
export async function attend(
  context: Context,
  controls: Controls,
  incoming: IncomingMessage,
  response: ServerResponse,
) {
  const asked = identify(incoming)
  if (!hostIsOurs(context, incoming)) return send(response, refuse(403, 'Unknown host').answer)
  if (asked.path.startsWith('/sandbox/')) {
    const answer = await refusalsAsAnswers(async () => {
      return control(context, controls, { ...asked, raw: await readBody(incoming) })
    })
    return send(response, answer)
  }
  const route = routeFor(asked.method, asked.path)
  const entry = controls.log.open({
    at: new Date(context.now()).toISOString(),
    route: route?.name ?? null,
    method: asked.method,
    // The token of a download is a secret even here: what reads this log is often printed.
    path: asked.path.startsWith('/media/') ? '/media/…' : asked.path,
    status: null,
  })
  if (!route) return conclude(entry, response, json({ error: 'Not found' }, 404))
  await serve(context, controls, route, asked, incoming, response, entry)
}

async function serve(
  context: Context,
  controls: Controls,
  route: Route,
  asked: Asked,
  incoming: IncomingMessage,
  response: ServerResponse,
  entry: LoggedRequest,
): Promise<void> {
  let rate: Record<string, string> = {}
  const outcome = await outcomeOf(async () => {
    rate = admit(context, route, asked)
    if (asked.method === 'POST') requireJson(asked)
    asked.raw = await readBody(incoming)
    entry.body = loggedBody(asked.raw)
    const act = () => refusalAsAnswer(() => route.answer(context, asked))
    return play(controls.faults, route.name, factsOf(context, asked, entry.body), act)
  })
  entry.fault = outcome.struck?.fault.kind
  if (outcome.kind === 'stall') return
  if (outcome.kind === 'reset') {
    incoming.socket.resetAndDestroy()
    return
  }
  if (outcome.kind === 'raw') return sendRaw(incoming.socket, outcome.bytes, outcome.ending)
  const { answer, spoiling, struck } = outcome
  const failed = answer.status >= 400 && (!struck || struck.countsAsFailure)
  if (route.keyed && failed && !context.limits.blocked(asked.key)) context.limits.fail(asked.key)
  if (answer.status === 413) setTimeout(() => incoming.complete || incoming.destroy(), DISCARD_MS).unref()
  await conclude(entry, response, { ...answer, headers: { ...rate, ...answer.headers } }, spoiling)
}

function conclude(
  entry: LoggedRequest,
  response: ServerResponse,
  answer: Answer,
  spoiling?: Parameters<typeof send>[2],
) {
  entry.status = answer.status
  return send(response, answer, spoiling)
}

function identify(incoming: IncomingMessage): Asked {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2)
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    raw: Buffer.alloc(0),
    key: /^Bearer (.+)$/i.exec(incoming.headers.authorization ?? '')?.[1]?.trim() ?? '',
    requestId: randomUUID(),
  }
}

/** A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); its Host gives it away. */
function hostIsOurs(context: Context, incoming: IncomingMessage): boolean {
  const { port } = new URL(context.origin)
  return [`127.0.0.1:${port}`, `localhost:${port}`].includes(incoming.headers.host?.toLowerCase() ?? '')
}

async function outcomeOf(act: () => Promise<Outcome>): Promise<Outcome> {
  let outcome: Outcome | undefined
  const answer = await refusalsAsAnswers(async () => {
    outcome = await act()
    return json({})
  })
  return outcome ?? { kind: 'answer', answer }
}

async function refusalsAsAnswers(act: () => Promise<Answer>): Promise<Answer> {
  try {
    return await act()
  } catch (cause) {
    return answerTo(cause)
  }
}

function refusalAsAnswer(act: () => Answer): Answer {
  try {
    return act()
  } catch (cause) {
    return answerTo(cause)
  }
}

function answerTo(cause: unknown): Answer {
  if (cause instanceof Refusal) return cause.answer
  process.stderr.write(`sandbox: ${cause instanceof Error ? cause.stack : String(cause)}\n`)
  return json({ error: 'Inference processing failed' }, 500)
}
