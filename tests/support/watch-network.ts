import { createHook } from 'node:async_hooks'

/** How Node names what reaches out of the process, whichever library asks for it. */
const REACHING = {
  TCPCONNECTWRAP: ['address', 'port'],
  PIPECONNECTWRAP: ['address'],
  UDPSENDWRAP: ['address', 'port'],
  GETADDRINFOREQWRAP: ['hostname'],
  GETNAMEINFOREQWRAP: ['hostname'],
  QUERYWRAP: ['hostname'],
} as const

/** Everything this process connects to, sends to or looks up from now on, as `TCPCONNECTWRAP 127.0.0.1:443`. */
export function watchNetwork(): { seen: () => string[]; stop: () => void } {
  const reached: { type: keyof typeof REACHING; resource: object }[] = []
  const hook = createHook({
    init(_id, type, _trigger, resource) {
      if (isReaching(type)) reached.push({ type, resource })
    },
  }).enable()
  return {
    // What it reaches for is written onto it after it was made.
    seen: () =>
      reached.map(({ type, resource }) => {
        const where = REACHING[type].map((name) => Reflect.get(resource, name))
        return `${type} ${where.join(':')}`
      }),
    stop: () => void hook.disable(),
  }
}

const isReaching = (type: string): type is keyof typeof REACHING => type in REACHING
