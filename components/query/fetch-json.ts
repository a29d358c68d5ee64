import { loginPath } from '@/lib/access/login-path'

/** The studio could not answer: a sentence for the person. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'

  constructor(
    readonly sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options)
  }
}

/**
 * One GET of this studio's own API.
 * @throws NoAnswer with the API's own sentence if it gave one; an aborted request throws the abort
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(path, signal)
  if (response.status === 401) askToSignIn()
  if (!response.ok) throw new NoAnswer(await sentenceOf(response))
  return response.json()
}

/** The session has ended: the page asks for the password, and comes back to where it was. */
function askToSignIn(): void {
  location.assign(loginPath(location.pathname + location.search))
}

async function reach(path: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { signal, headers: { accept: 'application/json' } })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new NoAnswer('The studio does not answer. Is it still running?', { cause })
  }
}

async function sentenceOf(response: Response): Promise<string> {
  const unclear = `The studio could not answer (${response.status}).`
  if (!response.headers.get('content-type')?.includes('json')) return unclear
  const body: unknown = await response.json()
  const said = typeof body === 'object' && body !== null && 'sentence' in body ? body.sentence : null
  return typeof said === 'string' ? said : unclear
}
