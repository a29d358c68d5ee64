import 'server-only'
import { systemClock } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import type { Generation } from '@/lib/generated/prisma/client'
import { inputShape } from '@/lib/generations/input'
import { holdingAll } from '@/lib/generations/media-folder'
import { TRANSACTION } from '@/lib/generations/store'
import type { GenerationRecord } from '@/lib/library/archive/format'
import { bringFile, bringReceived } from '@/lib/library/archive/import/files'
import { standingIn, writeGeneration } from '@/lib/library/archive/import/generation-rows'
import { knowAsset, tagsOf } from '@/lib/library/archive/import/related'
import { type Scene, tell } from '@/lib/library/archive/import/scene'
import { takeBack } from '@/lib/library/place-file'
import { committed } from '@/lib/money/standing'

const ODD = 'It can’t be read as a generation: it was left out.'
const ODD_MONEY = 'Its ledger does not add up: it was left out.'
const NO_ACCOUNT = 'Its account is not in the archive: it was left out.'
const OTHER = 'Another generation has its id here: it was left out.'
const DIFFERS = 'It is here already, without the clip that the archive has for it: it stayed as it is here.'

/**
 * Takes one generation of an archive in, with its files, ledger and everything else that belongs to it, in one commit, so
 * that a kill at any moment leaves it whole or not at all. One that is here stays as it is; one that was deleted here
 * comes back.
 * @throws MediaError `disk-full`, `disk`; ArchiveError
 */
export async function importGeneration(scene: Scene, record: GenerationRecord): Promise<void> {
  const { db, report } = scene
  const here = await db.generation.findUnique({ where: { id: record.id } })
  const sentence = here ? conflictWith(here, record) : refusalOf(scene, record)
  if (sentence) return tell(scene, record.id, sentence)
  const isBack = here !== null && here.deletedAt !== null && record.times.deleted === null
  if (here && !isBack) {
    report.known += 1
    const hasOther = record.assetHash !== null && record.assetHash !== here.assetHash
    if (hasOther && here.deletedAt === null) tell(scene, record.id, DIFFERS)
    return
  }
  const files = record.times.deleted === null ? filesOf(record) : []
  await holdingAll(filesOf(record), async () => {
    for (const hash of filesOf(record)) await knowAsset(scene, hash)
    const missing = await bringAll(scene, files)
    if (missing) tell(scene, record.id, `${missing} It was left out.`)
    else await commit(scene, record, files, here)
  })
}

const filesOf = ({ uses, assetHash }: GenerationRecord) => [...new Set([...uses, ...(assetHash ? [assetHash] : [])])]

function conflictWith(
  here: Generation,
  { accountId, kind, model, prompt, times, assetHash }: GenerationRecord,
): string | null {
  const same =
    here.accountId === accountId &&
    here.kind === kind &&
    here.modelId === model.id &&
    here.prompt === prompt &&
    here.createdAt.getTime() === Date.parse(times.created)
  if (!same) return OTHER
  return here.deletedAt !== null && times.deleted === null && here.assetHash !== assetHash ? DIFFERS : null
}

/** What would break this studio's books or screens. */
function refusalOf({ accounts, assets }: Scene, record: GenerationRecord): string | null {
  const { ledger, attempts, input, uses } = record
  if (!accounts.has(record.accountId)) return NO_ACCOUNT
  const distinct = (keys: unknown[]) => new Set(keys).size === keys.length
  if (!inputShape.safeParse(input).success || !distinct(attempts.map(({ number }) => number))) return ODD
  if (!distinct(uses) || filesOf(record).some((hash) => !assets.has(hash))) return ODD
  const positive = ledger.every(({ kind, microUsd }) => microUsd >= 0 || kind === 'correction')
  const lines = distinct(ledger.map(({ kind, number }) => `${kind} ${number}`))
  return positive && lines && committed(standingIn(record)) >= 0 && record.quote.microUsd >= 0 ? null : ODD_MONEY
}

/** @returns the sentence of the first file that can't be had; then none of them stays */
async function bringAll(scene: Scene, files: readonly string[]): Promise<string | null> {
  const { db, folder } = scene
  try {
    for (const hash of files) {
      const brought = await bringFile(scene, hash)
      if (brought.ok) continue
      for (const other of files) await takeBack(db, folder, other)
      return brought.sentence
    }
    return null
  } catch (error) {
    for (const hash of files) await takeBack(db, folder, hash)
    throw error
  }
}

async function commit(
  scene: Scene,
  record: GenerationRecord,
  files: readonly string[],
  here: Generation | null,
): Promise<void> {
  const { db, folder, report } = scene
  try {
    if (here) {
      await bringBack(db, here, record)
      report.restored += 1
    } else {
      await add(scene, record)
      report.added += 1
    }
    await bringReceived(scene, record)
  } catch (error) {
    for (const hash of files) await takeBack(db, folder, hash)
    throw error
  }
}

async function add(scene: Scene, record: GenerationRecord): Promise<void> {
  const { db, projects } = scene
  const project = record.projectId === null ? undefined : projects.get(record.projectId)
  const projectId = project?.accountId === record.accountId ? project.id : null
  const tagIds = await tagsOf(db, record.accountId, record.tags)
  const parent = record.fromId === null ? null : await db.generation.findUnique({ where: { id: record.fromId } })
  const here = { projectId, tagIds, fromId: parent?.id ?? null, now: new Date(systemClock()) }
  await db.$transaction((tx) => writeGeneration(tx, record, here), TRANSACTION)
}

/** Its facts and its ledger were never gone. */
async function bringBack(db: Db, here: Generation, { id, transcript }: GenerationRecord): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.generation.update({
      where: { id },
      data: { deletedAt: null, binnedAt: null, version: { increment: 1 } },
    })
    if (transcript && here.kind === 'transcript') {
      const { text, raw } = transcript
      await tx.transcript.updateMany({ where: { generationId: id }, data: { text, raw } })
    }
  }, TRANSACTION)
}
