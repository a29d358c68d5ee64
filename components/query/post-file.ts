/** What the studio said to a file; `broken`: it did not answer; null: the sending was stopped. */
export type Answered = { answer: unknown; status: number } | 'broken' | null

interface Sending {
  /** Called as it goes, with the share that has gone, 0 to 1. */
  onShare?: ((share: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** Sends a file to the studio. By XMLHttpRequest: fetch does not tell how far it is. Never rejects. */
export function postFile(path: string, file: Blob, { onShare, signal }: Sending): Promise<Answered> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare?.(total === 0 ? 0 : loaded / total)
    request.onload = () => resolve({ answer: request.response, status: request.status })
    request.onerror = () => resolve('broken')
    request.onabort = () => resolve(null)
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** A value of an answer that may be anything. */
export const valueIn = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined

/** The sentence of a refusal, or one that says that there was none. */
export function sentenceIn(answer: unknown, status: number): string {
  const sentence = valueIn(answer, 'sentence')
  return typeof sentence === 'string' ? sentence : `The studio could not take it (${status}).`
}
