import 'server-only'
import type { Connector } from '@/lib/venice/connection'

/**
 * undici's parser, as far as it matters here: `pause` is set while whoever reads the body is slow.
 * It hangs from its socket under a symbol of this name (undici 7.30, `lib/core/symbols.js`).
 */
interface Parser {
  paused: boolean
  resume(): void
  ptr: unknown
  llhttp: { llhttp_resume(ptr: unknown): void }
}

/**
 * Connections that may end while their reader is slow. undici 7 and 6 then fail an assertion inside a listener of the
 * socket, where nobody can catch it, and the process dies (nodejs/undici#5360, mended in 8 only, which needs Node 22).
 * These listeners come first: what was read is parsed to its end before undici hears of the end. Goes with undici 7.
 */
export function endingOrderly(connect: Connector): Connector {
  return (options, callback) =>
    connect(options, (...result) => {
      const [, socket] = result
      socket?.on('end', () => parserOf(socket)?.resume())
      // What is still paused has nothing left to parse, or is too late to: it only must not be found so.
      for (const event of ['end', 'error', 'close']) socket?.on(event, () => unpause(parserOf(socket)))
      callback(...result)
    })
}

function unpause(parser: Parser | null): void {
  if (!parser?.paused) return
  parser.llhttp.llhttp_resume(parser.ptr)
  parser.paused = false
}

function parserOf(socket: object): Parser | null {
  const name = Object.getOwnPropertySymbols(socket).find(({ description }) => description === 'parser')
  const parser: unknown = name && Reflect.get(socket, name)
  return isParser(parser) ? parser : null
}

function isParser(value: unknown): value is Parser {
  return typeof value === 'object' && value !== null && 'paused' in value && 'resume' in value && 'llhttp' in value
}
