import type { Answer } from '../answer'
import type { Context } from '../context'
import type { LimitedKind } from '../limits'
import type { Asked } from '../request'
import { readBalance, readRateLimits } from './account'
import { completeVideo } from './complete'
import { deleteDownload, downloadClip } from './download'
import { listModels } from './models'
import { queueVideo } from './queue'
import { quoteVideo } from './quote'
import { retrieveVideo } from './retrieve'
import { transcribeVideo } from './transcriptions'
import { readUsage } from './usage'

/** The names faults and the request log know the calls by. */
export const ROUTE_NAMES = [
  'models',
  'quote',
  'queue',
  'retrieve',
  'complete',
  'download',
  'download-delete',
  'transcriptions',
  'balance',
  'usage',
  'rate-limits',
] as const

export type RouteName = (typeof ROUTE_NAMES)[number]

export interface Route {
  name: RouteName
  /** False where the API answers anyone: the catalogue, and download URLs that are secrets themselves. */
  keyed: boolean
  limited?: LimitedKind
  answer: (context: Context, asked: Asked) => Answer
}

const API = '/api/v1'

const ROUTES: Record<string, Route> = {
  [`GET ${API}/models`]: { name: 'models', keyed: false, answer: listModels },
  [`POST ${API}/video/quote`]: { name: 'quote', keyed: true, limited: 'quote', answer: quoteVideo },
  [`POST ${API}/video/queue`]: { name: 'queue', keyed: true, limited: 'queue', answer: queueVideo },
  [`POST ${API}/video/retrieve`]: { name: 'retrieve', keyed: true, limited: 'retrieve', answer: retrieveVideo },
  [`POST ${API}/video/complete`]: { name: 'complete', keyed: true, answer: completeVideo },
  [`POST ${API}/video/transcriptions`]: { name: 'transcriptions', keyed: true, answer: transcribeVideo },
  [`GET ${API}/billing/balance`]: { name: 'balance', keyed: true, answer: readBalance },
  [`GET ${API}/billing/usage-history`]: { name: 'usage', keyed: true, answer: readUsage },
  [`GET ${API}/api_keys/rate_limits`]: { name: 'rate-limits', keyed: true, answer: readRateLimits },
}

const DOWNLOAD: Route = { name: 'download', keyed: false, answer: downloadClip }
const DOWNLOAD_DELETE: Route = { name: 'download-delete', keyed: false, answer: deleteDownload }

export function routeFor(method: string, path: string): Route | undefined {
  if (path.startsWith('/media/')) return { GET: DOWNLOAD, DELETE: DOWNLOAD_DELETE }[method]
  return ROUTES[`${method} ${path}`]
}
