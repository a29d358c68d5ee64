import type { Clip } from './footage/clip'
import type { Issue } from './rules/issue'
import { validationBody } from './rules/issue'

/** What a route gives back; one place (send.ts) writes it to the socket, so a fault can stand between the two. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body: AnswerBody
}

export type AnswerBody =
  | { kind: 'json'; value: unknown }
  | { kind: 'text'; text: string; type: string }
  | { kind: 'bytes'; bytes: Buffer; type: string }
  /** `from`..`to` are inclusive byte offsets into the clip. */
  | { kind: 'clip'; clip: Clip; from: number; to: number }
  | { kind: 'empty' }

/** A refusal the API gives on purpose. Thrown anywhere below a route, answered as it stands. */
export class Refusal extends Error {
  constructor(readonly answer: Answer) {
    super(`refused with ${answer.status}`)
    this.name = 'Refusal'
  }
}

export function json(value: unknown, status = 200, headers?: Record<string, string>): Answer {
  return { status, headers, body: { kind: 'json', value } }
}

/** A StandardError (`{ error }`), with whatever else the status carries (`code`, `suggested_prompt`). */
export function refuse(
  status: number,
  error: string,
  more: Record<string, unknown> = {},
  headers?: Record<string, string>,
): Refusal {
  return new Refusal(json({ error, ...more }, status, headers))
}

/** A DetailedError: 400 with the zod tree and the issue list. */
export function refuseInvalid(issues: Issue[]): Refusal {
  return new Refusal(json(validationBody(issues), 400))
}
