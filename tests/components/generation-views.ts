import type { ClipView } from '@/lib/generations/clip-view'
import { NO_MEDIA } from '@/lib/generations/media-input'
import type { GenerationView } from '@/lib/generations/view'
import { aMoney } from '@/tests/support/views'

const CREATED = Date.UTC(2026, 8, 14, 12, 0, 0)

/** A finished generation, with what a test cares about changed. */
export function generationView(changes: Partial<GenerationView> = {}): GenerationView {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    version: 1,
    kind: 'video',
    state: 'done',
    account: { id: 'account', sandbox: false },
    model: { id: 'ltx-2-fast', name: 'LTX Video 2.3 Fast' },
    input: {
      modelId: 'ltx-2-fast',
      prompt: 'Mooring poles at dusk',
      negativePrompt: '',
      duration: '6s',
      resolution: '1080p',
      aspectRatio: '16:9',
      audio: true,
      upscaleFactor: null,
      bitrate: null,
      media: NO_MEDIA,
    },
    quote: { microUsd: 350_000, at: CREATED },
    money: aMoney(),
    progress: { averageMs: null, receivedBytes: null, totalBytes: null },
    note: null,
    problem: null,
    clip: null,
    queueId: null,
    remote: { state: 'none', until: null, clearedAt: null, nextAt: null },
    project: null,
    consent: null,
    starred: false,
    unseen: false,
    createdAt: CREATED,
    sentAt: null,
    acceptedAt: null,
    mediaReadyAt: null,
    storedAt: null,
    endedAt: null,
    ...changes,
  }
}

export function clipView(changes: Partial<ClipView> = {}): ClipView {
  return {
    hash: 'b3f091c2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7ae4',
    src: '/api/media/b3f0',
    poster: null,
    preview: null,
    fileName: 'mooring-poles.mp4',
    mime: 'video/mp4',
    bytes: 11_800_000,
    width: 1920,
    height: 1080,
    durationMs: 6000,
    fps: 24,
    hasAudio: true,
    ...changes,
  }
}
