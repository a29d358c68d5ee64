import 'server-only'
import { type Clock, systemClock } from '@/lib/clock'
import type {
  Balance,
  CompleteAnswer,
  MediaAnswer,
  QueueAnswer,
  Rest,
  RetrieveAnswer,
  TranscriptAnswer,
  UsageEntry,
} from '@/lib/venice/answers'
import { completeVideo } from '@/lib/venice/complete'
import { downloadMedia, revokeDownload } from '@/lib/venice/download'
import { listVideoModels, quoteVideo, readBalance } from '@/lib/venice/free'
import { openLine, type VeniceAccess } from '@/lib/venice/line'
import { queueVideo } from '@/lib/venice/queue'
import type { JsonObject, PricingRequest } from '@/lib/venice/request'
import { type QueuedJob, retrieveVideo } from '@/lib/venice/retrieve'
import { TIMEOUTS, type Timeouts } from '@/lib/venice/timeouts'
import { transcribeVideo } from '@/lib/venice/transcribe'
import { readUsageHistory, type UsageWindow } from '@/lib/venice/usage'

export type { VeniceAccess } from '@/lib/venice/line'
export type { QueuedJob } from '@/lib/venice/retrieve'

/** The vendor, in our words. Nothing here is ever repeated by itself. */
export interface Venice {
  /** The entries of the catalogue as they came. @throws VeniceError */
  listVideoModels(signal?: AbortSignal): Promise<unknown>
  /** µUSD, an integer. @throws VeniceError */
  quoteVideo(request: PricingRequest, signal?: AbortSignal): Promise<number>
  /** Buys. Never throws: every outcome is a value. */
  queueVideo(body: JsonObject, signal?: AbortSignal): Promise<QueueAnswer>
  /** Never throws. */
  retrieveVideo(job: QueuedJob, signal?: AbortSignal): Promise<RetrieveAnswer>
  /** Buys a transcript; the answer is the product. Never throws: every outcome is a value. */
  transcribeVideo(body: JsonObject, signal?: AbortSignal): Promise<TranscriptAnswer>
  /** Deletes the remote film. Never throws. */
  completeVideo(job: QueuedJob, signal?: AbortSignal): Promise<CompleteAnswer>
  /** Fetches a `download_url`, or the rest of it, without the key and from public addresses only. Never throws. */
  download(url: string, signal?: AbortSignal, rest?: Rest): Promise<MediaAnswer>
  /** Makes a `download_url` useless. Never throws. */
  revokeDownload(url: string, signal?: AbortSignal): Promise<CompleteAnswer>
  /** @throws VeniceError */
  balance(signal?: AbortSignal): Promise<Balance>
  /** All entries of a window, oldest first. @throws VeniceError; `venice-not-permitted` when the key may not read it */
  usageHistory(window: UsageWindow, signal?: AbortSignal): Promise<UsageEntry[]>
}

/** @param options `timeouts` in ms, for tests that cannot wait; `now` for moments the vendor gives in seconds from now */
export function createVenice(
  access: VeniceAccess,
  options: { timeouts?: Partial<Timeouts>; now?: Clock } = {},
): Venice {
  const line = openLine(access, { ...TIMEOUTS, ...options.timeouts }, options.now ?? systemClock)
  return {
    listVideoModels: (signal) => listVideoModels(line, signal),
    quoteVideo: (request, signal) => quoteVideo(line, request, signal),
    queueVideo: (body, signal) => queueVideo(line, body, signal),
    retrieveVideo: (job, signal) => retrieveVideo(line, job, signal),
    transcribeVideo: (body, signal) => transcribeVideo(line, body, signal),
    completeVideo: (job, signal) => completeVideo(line, job, signal),
    download: (url, signal, rest) => downloadMedia(line, url, signal, rest),
    revokeDownload: (url, signal) => revokeDownload(line, url, signal),
    balance: (signal) => readBalance(line, signal),
    usageHistory: (window, signal) => readUsageHistory(line, window, signal),
  }
}
