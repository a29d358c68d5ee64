import { studioVenice } from '@/lib/account-venice'
import { systemClock } from '@/lib/clock'
import { createBudget } from '@/lib/engine/budget'
import type { Prisma } from '@/lib/generated/prisma/client'
import { advanceGeneration } from '@/lib/generations/advance'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { Generation } from '@/lib/generations/store'
import type { MediaFolder } from '@/lib/media/folder'
import type { Media, MediaAnswer, Rest } from '@/lib/venice/answers'
import type { Venice } from '@/lib/venice/client'
import { paidJob } from '@/tests/support/paid-job'
import type { openTestStudio } from '@/tests/support/studio'

type Studio = Awaited<ReturnType<typeof openTestStudio>>

export const LINK = 'https://media.example/x.mp4'

type Changes = Partial<Prisma.GenerationUncheckedCreateInput>

/** A job that is paid and ready, with a link to fetch it from unless `changes` take that away. */
export async function readyJob(studio: Pick<Studio, 'db' | 'account'>, changes: Changes = {}): Promise<string> {
  const data = { ...paidJob(studio.account.id), downloadUrl: LINK, ...changes }
  return (await studio.db.generation.create({ data })).id
}

interface WalkOptions {
  venice?: Partial<Venice>
  folder?: MediaFolder
  signal?: AbortSignal
  steps?: number
  /** Before each step; throw nothing. */
  before?: (row: Generation) => void
}

/** Moves a job on, each time it is due, for so many steps or until it leaves `receiving`. */
export async function walk(studio: Studio, id: string, options: WalkOptions = {}): Promise<Generation> {
  const venice = { ...(await studioVenice()), ...options.venice }
  const folder = options.folder ?? (await mediaFolder())
  const signal = options.signal ?? new AbortController().signal
  const budget = createBudget(studio.db, studio.account.id)
  let now = systemClock()
  for (let step = 0; step < (options.steps ?? 8); step++) {
    const row = await studio.db.generation.findUniqueOrThrow({ where: { id } })
    if (row.state !== 'receiving') break
    options.before?.(row)
    now = Math.max(now, row.dueAt.getTime()) + 1
    await advanceGeneration({ db: studio.db, venice, folder, budget, now: () => now, signal }, row)
  }
  return studio.db.generation.findUniqueOrThrow({ where: { id } })
}

/** How one GET of a link goes: how far it comes before the line breaks, or an answer without media. */
export type Turn = { breaksAfter?: number; tag?: string | null; ranges?: false; film?: Uint8Array } | MediaAnswer

/** A link to a film, whose GETs go as the turns say; the last one goes on for ever. */
export function linkTo(film: Uint8Array, turns: Turn[]) {
  const asked: (Rest | null)[] = []
  const download: Venice['download'] = async (_url, _signal, rest) => {
    const turn = turns[Math.min(asked.length, turns.length - 1)] ?? {}
    asked.push(rest ?? null)
    if ('kind' in turn) return turn
    const { film: served = film, tag = '"v1"', ranges, breaksAfter = Number.POSITIVE_INFINITY } = turn
    const from = rest && ranges !== false && rest.tag === tag ? rest.from : 0
    return { kind: 'media', media: mediaFrom(served.subarray(from), { from, tag, length: served.length }, breaksAfter) }
  }
  return { asked, download }
}

/** Media that come in pieces and break off after so many bytes. */
export function mediaFrom(
  bytes: Uint8Array,
  facts: Partial<Pick<Media, 'from' | 'tag' | 'length'>> = {},
  breaksAfter = Number.POSITIVE_INFINITY,
): Media {
  const body = (async function* () {
    for (let at = 0; at < Math.min(bytes.length, breaksAfter); at += 1000) {
      yield bytes.subarray(at, Math.min(at + 1000, breaksAfter))
    }
    if (breaksAfter < bytes.length) throw new Error('reset')
  })()
  return { body, contentType: 'video/mp4', length: null, from: 0, tag: null, cancel: () => {}, ...facts }
}
