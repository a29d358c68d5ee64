import 'server-only'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { studioAccount } from '@/lib/account'
import { systemClock } from '@/lib/clock'
import { type Db, studioDb } from '@/lib/db/client'
import { engineBeat, isBeating } from '@/lib/engine/beat'
import { readLimits } from '@/lib/engine/budget'
import { dataFolder } from '@/lib/env'
import { KEPT } from '@/lib/generations/kept-asset'
import { mediaFolder } from '@/lib/generations/media-folder'
import { confinementOf } from '@/lib/media/confine'
import { isMissing } from '@/lib/media/error'
import { ffmpegVersion } from '@/lib/media/ffmpeg'
import { pictureReader } from '@/lib/media/picture'
import { BUYING_RESERVE, freeBytesOf } from '@/lib/media/room'
import { readHealth } from '@/lib/system/health'
import { knownIntegrity } from '@/lib/system/integrity'
import { remarksOn } from '@/lib/system/remarks'
import type { SystemView } from '@/lib/system/view'
import { lastAnswers } from '@/lib/venice/recent'
import { studioVersion } from '@/lib/version'

/** All that the System screen shows. No key, no address of a file, no path. */
export async function readSystem(): Promise<SystemView> {
  const now = systemClock()
  const [health, account, db] = await Promise.all([readHealth(), studioAccount(), studioDb()])
  const [versions, ffmpeg, confinement, disk, database, engine, limits] = await Promise.all([
    versionsOf(db),
    ffmpegVersion(),
    confinementOf('ffmpeg'),
    diskOf(db),
    databaseOf(db, now),
    engineOf(db, account.id, now),
    readLimits(db, account.id, now),
  ])
  const upstream = { host: account.host, answers: lastAnswers(), ...limits }
  const view = {
    now,
    versions,
    tools: { ffmpeg, confinement, sharp: pictureReader() },
    disk,
    database,
    engine,
    upstream,
  }
  return { ...view, ready: health.ready, remarks: remarksOn(health, view) }
}

async function versionsOf(db: Db): Promise<SystemView['versions']> {
  const [sqlite] = await db.$queryRaw<{ version: string }[]>`SELECT sqlite_version() AS version`
  return [
    { name: 'Squero', version: studioVersion() },
    { name: 'Node', version: process.versions.node },
    { name: 'SQLite', version: sqlite?.version ?? 'unknown' },
  ]
}

async function diskOf(db: Db): Promise<SystemView['disk']> {
  const [free, kept] = await Promise.all([
    mediaFolder().then(freeBytesOf),
    db.asset.aggregate({ where: KEPT, _sum: { bytes: true }, _count: true }),
  ])
  return {
    free: Number.isFinite(free) ? free : null,
    reserve: BUYING_RESERVE,
    media: Number(kept._sum.bytes ?? 0n),
    files: kept._count,
  }
}

async function databaseOf(db: Db, now: number): Promise<SystemView['database']> {
  const file = join(/* turbopackIgnore: true */ dataFolder(), 'squero.db')
  const [own, log, generations] = await Promise.all([bytesOf(file), bytesOf(`${file}-wal`), db.generation.count()])
  return { bytes: own + log, generations, integrity: knownIntegrity(file, now) }
}

async function bytesOf(file: string): Promise<number> {
  try {
    return (await stat(/* turbopackIgnore: true */ file)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

async function engineOf(db: Db, accountId: string, now: number): Promise<SystemView['engine']> {
  const beat = engineBeat()
  const [waiting, account] = await Promise.all([
    db.generation.count({ where: { accountId, state: 'waiting' } }),
    db.account.findUnique({ where: { id: accountId }, select: { sendingPausedAt: true } }),
  ])
  const paused = account !== null && account.sendingPausedAt !== null
  return { beatAt: beat.at, beats: isBeating(beat, now), inHand: beat.inHand, waiting, paused }
}
