import 'server-only'
import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemClock } from '@/lib/clock'
import { studioDb } from '@/lib/db/client'
import { engineBeat, isBeating } from '@/lib/engine/beat'
import { mediaFolder } from '@/lib/generations/media-folder'
import { BUYING_RESERVE, freeBytesOf } from '@/lib/media/room'
import type { Health, Remark } from '@/lib/system/view'

/** A monitor waits no longer, ms. */
const PATIENCE = 3000

const REASONS: Record<'database' | 'media-folder' | 'engine', Remark> = {
  database: { code: 'database', sentence: 'The database does not answer.' },
  'media-folder': { code: 'media-folder', sentence: 'The media folder can’t be written to.' },
  engine: { code: 'engine', sentence: 'The engine has not looked for work for a minute: nothing moves on.' },
}

const NO_ROOM: Remark = { code: 'room', sentence: 'The disk is nearly full: nothing is bought until there is room.' }

/** Whether the studio can do its work. Never throws, and takes seconds at most. */
export async function readHealth(): Promise<Health> {
  const [database, media, room] = await Promise.all([
    holds(async () => (await studioDb()).$queryRaw`SELECT 1`),
    holds(async () => access((await mediaFolder()).clips, constants.R_OK | constants.W_OK)),
    holds(async () => {
      if ((await freeBytesOf(await mediaFolder())) < BUYING_RESERVE) throw new Error(NO_ROOM.code)
    }),
  ])
  const reasons = [
    ...(database ? [] : [REASONS.database]),
    ...(media ? [] : [REASONS['media-folder']]),
    ...(isBeating(engineBeat(), systemClock()) ? [] : [REASONS.engine]),
  ]
  return { live: true, ready: reasons.length === 0, reasons, warnings: media && !room ? [NO_ROOM] : [] }
}

async function holds(check: () => Promise<unknown>): Promise<boolean> {
  const late = new AbortController()
  const passed = check().then(
    () => true,
    () => false,
  )
  const gaveUp = sleep(PATIENCE, false, { signal: late.signal, ref: false }).catch(() => false)
  const held = await Promise.race([passed, gaveUp])
  late.abort()
  return held
}
