import { request } from 'node:http'

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One request with exactly these headers, Host too, which `fetch` would not let through. Ends when its body has. */
export function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(pieces).toString('latin1'),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
