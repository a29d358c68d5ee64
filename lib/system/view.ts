import type { Confinement } from '@/lib/media/confine'
/** Something to be told about the studio, by a word for programs and a sentence for people. */
export interface Remark {
  code: RemarkCode
  sentence: string
}

export type RemarkCode =
  | 'database'
  | 'media-folder'
  | 'engine'
  | 'room'
  | 'integrity'
  | 'no-ffmpeg'
  | 'upstream'
  | 'closed'
  | 'paused'

/** What `GET /api/health` answers. Nothing in it is secret. */
export interface Health {
  /** The process answers. */
  live: true
  /** It can do its work. */
  ready: boolean
  /** Why it can't. */
  reasons: Remark[]
  /** What it can't do though it is ready. */
  warnings: Remark[]
}

/** What the System screen shows. Times are ms since 1970. */
export interface SystemView {
  /** The server's clock at this answer. */
  now: number
  ready: boolean
  /** What keeps it from working, then what else the person should know. */
  remarks: Remark[]
  versions: { name: string; version: string }[]
  tools: {
    /** null: there is none, and browsers make posters. */
    ffmpeg: string | null
    /** What holds ffmpeg on this machine besides its own options. */
    confinement: Confinement
    /** Of libvips, which reads pictures. */
    sharp: string
  }
  disk: {
    /** Bytes; null where nobody counts them. */
    free: number | null
    reserve: number
    /** Of all media that are kept. */
    media: number
    files: number
  }
  database: {
    /** With its log. */
    bytes: number
    generations: number
    /** null: it is being read through for the first time. */
    integrity: { at: number; faults: string[] } | null
  }
  engine: { beatAt: number | null; beats: boolean; inHand: number; waiting: number; paused: boolean }
  upstream: {
    /** Where the API is, without a path. */
    host: string
    answers: {
      call: string
      at: number
      status: number | null
      tookMs: number
      trouble: { at: number; status: number | null } | null
    }[]
    queue: { used: number; perMinute: number | null }
    retrieve: { used: number; perMinute: number | null }
    closedUntil: number | null
    failures: number
  }
}
