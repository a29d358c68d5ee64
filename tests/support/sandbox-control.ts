/** A charge or refund as the sandbox wrote it. */
export interface SandboxCharge {
  kind: 'charge' | 'refund'
  queueId: string
  model: string
  microUsd: number
}

export interface SandboxRequest {
  /** ISO 8601 */
  at: string
  route: string | null
  status: number | null
  body: unknown
}

/** An ordered fault that has not struck as often as it was to. */
export interface SandboxFault {
  on: string
  times: number
  match: { promptIncludes?: string }
}

export interface SandboxJob {
  queueId: string
  prompt: string
  state: 'processing' | 'refused' | 'finished' | 'deleted'
  /** ISO 8601 */
  finishesAt: string
}

export type SandboxControl = ReturnType<typeof sandboxControl>

/** The sandbox's control path, which stands outside the API: faults, prices, and what it has seen. */
export function sandboxControl(apiUrl: string) {
  const root = new URL('/sandbox/', apiUrl)
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, root), {
      method,
      headers: { 'x-sandbox-control': '1', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  return {
    faults: async () => (await call('GET', 'faults')) as SandboxFault[],
    clearFaults: () => call('DELETE', 'faults'),
    fault: (fault: object) => call('POST', 'faults', fault),
    forgetLimits: () => call('DELETE', 'limits'),
    price: (factor: number) => call('POST', 'price', { factor }),
    ledger: async () => (await call('GET', 'ledger')) as SandboxCharge[],
    jobs: async () => (await call('GET', 'jobs')) as SandboxJob[],
    requests: async () => (await call('GET', 'requests')) as SandboxRequest[],
    set: (path: 'balance' | 'speed' | 'models' | 'usage' | 'footage' | 'limits', body: object) =>
      call('POST', path, body),
  }
}
