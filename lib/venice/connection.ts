import 'server-only'
import { type buildConnector, Client } from 'undici'

export type Connector = ReturnType<typeof buildConnector>

/** A connection for one exchange. */
export interface SingleConnection {
  client: Client
  /** Whether a connection came about: until then not a byte of the request can have left this machine. */
  connected(): boolean
  close(): void
}

/**
 * Opens at most one connection, ever. undici may otherwise repeat a request that waits on a kept-alive socket which
 * the server closes; with no second connection to repeat it on, a paid request leaves once.
 */
export function singleConnection(origin: string, connect: Connector, signal: AbortSignal): SingleConnection {
  let attempted = false
  let connected = false
  const client = new Client(origin, {
    pipelining: 0,
    connect: (options, callback) => {
      if (attempted) return callback(new Error('the connection was closed before the answer'), null)
      attempted = true
      connect(options, (...result) => {
        const [error, socket] = result
        if (error) return callback(error, null)
        if (signal.aborted) {
          socket.destroy()
          return callback(new Error('stopped before it was sent'), null)
        }
        connected = true
        callback(null, socket)
      })
    },
  })
  return {
    client,
    connected: () => connected,
    close: () => void client.destroy(null),
  }
}
