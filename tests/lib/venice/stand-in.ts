import { createServer as createHttp, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Socket, type Server as TcpServer } from 'node:net'
import { onTestFinished } from 'vitest'

/** What one request looked like when it arrived whole. */
export interface Arrival {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface HttpStandIn {
  url: string
  port: number
  arrivals: Arrival[]
}

type Answer = (response: ServerResponse, arrival: Arrival, request: IncomingMessage) => void

/** An HTTP server for one test, on a loopback port. */
export async function httpServer(answer: Answer): Promise<HttpStandIn> {
  const arrivals: Arrival[] = []
  const server = createHttp(async (request, response) => {
    const arrival = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body: '' }
    request.setEncoding('utf8')
    for await (const piece of request) arrival.body += piece
    arrivals.push(arrival)
    answer(response, arrival, request)
  })
  const port = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${port}`, port, arrivals }
}

/** A server that answers everything with one status and body. */
export function answering(status: number, body: string | Buffer, headers: Record<string, string> = {}) {
  return httpServer((response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body)
  })
}

export interface TcpStandIn {
  url: string
  connections: number
  /** Everything that came, a string for each connection. */
  received: string[]
}

/** A raw TCP server for one test: `on` sees every piece that comes, as it comes. */
export async function tcpServer(
  on: (socket: Socket, piece: string) => void,
  greet: (socket: Socket) => void = () => {},
): Promise<TcpStandIn> {
  const standIn: TcpStandIn = { url: '', connections: 0, received: [] }
  const sockets = new Set<Socket>()
  const server = createTcp((socket) => {
    const mine = standIn.connections++
    standIn.received[mine] = ''
    sockets.add(socket)
    greet(socket)
    socket.on('error', () => {})
    socket.on('data', (piece) => {
      const text = piece.toString('latin1')
      standIn.received[mine] += text
      on(socket, text)
    })
  })
  standIn.url = `http://127.0.0.1:${await listen(server)}`
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return standIn
}

/** A loopback port that nothing listens on. */
export async function deadPort(): Promise<number> {
  const server = createTcp()
  const port = await listen(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

function listen(server: Server | TcpServer): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
