import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Evidence, Violation } from '@/tests/support/judge'
import type { SoldJob } from '@/tests/support/sandbox-books'
import type { StudioGeneration } from '@/tests/support/studio-books'

/** A link may be fetched a few times only (design: "a few retries"). */
const LINK_GETS = 4

/** Promises 7, 8 and 9: what is shown is whole and the right clip, remote copies go last, links are not wasted. */
export function judgeMedia(evidence: Evidence): Violation[] {
  return [
    ...evidence.studio.generations.flatMap((row) => storedClip(evidence, row)),
    ...remoteCopiesGoLast(evidence),
    ...linksAreNotWasted(evidence),
    ...(evidence.settled ? strayFiles(evidence) : []),
  ]
}

const clipsOf = (dataDir: string) => join(dataDir, 'media', 'clips')
const isKept = ({ state }: StudioGeneration) => state === 'stored' || state === 'done'

function storedClip(evidence: Evidence, row: StudioGeneration): Violation[] {
  if (!isKept(row) || row.deletedAt !== null) return []
  const what = faultOfClip(evidence, row)
  return what === null ? [] : [{ promise: 7, about: row.id, what: `${row.state}, but ${what}` }]
}

/** What is wrong with the clip of a generation that says it has one, or null. */
function faultOfClip({ studio, sandbox, dataDir }: Evidence, row: StudioGeneration): string | null {
  const asset = studio.assets.find(({ hash }) => hash === row.assetHash)
  if (!asset) return 'it has no asset'
  const path = join(clipsOf(dataDir), `${asset.hash}.mp4`)
  if (!existsSync(path)) return 'its file is not there'
  if (statSync(path).size !== asset.bytes) return `its file has ${statSync(path).size} bytes, not ${asset.bytes}`
  if (hashOf(path) !== asset.hash) return 'its file is not what its hash says'
  const job = sandbox.jobs.get(row.queueId ?? '')
  return job && !isClipOf(job, asset.hash) ? 'its file is not the clip that was sold' : null
}

/** The sandbox drops old footage from its cache: then there is nothing to compare with. */
const isClipOf = ({ footagePath }: SoldJob, hash: string) => !existsSync(footagePath) || hashOf(footagePath) === hash

const hashes = new Map<string, string>()

/** SHA-256 of a file; one that has not been written to since is not read again. */
function hashOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path)
  const key = JSON.stringify([path, ino, size, mtimeMs])
  const hash = hashes.get(key) ?? createHash('sha256').update(readFileSync(path)).digest('hex')
  hashes.set(key, hash)
  return hash
}

function remoteCopiesGoLast(evidence: Evidence): Violation[] {
  return [...evidence.sandbox.jobs.values()].flatMap(({ queueId, deleted }) => {
    const row = evidence.studio.generations.find((one) => one.queueId === queueId)
    const isSafe = row !== undefined && isKept(row) && (row.deletedAt !== null || faultOfClip(evidence, row) === null)
    if (!deleted || isSafe) return []
    const what = `the remote copy is gone while the generation is ${row?.state ?? 'unknown'} and no whole clip is here`
    return [{ promise: 8, about: row?.id ?? queueId, what }]
  })
}

function linksAreNotWasted({ studio, sandbox }: Evidence): Violation[] {
  return studio.generations.flatMap(({ id, queueId, downloadGets }) => {
    const answered = sandbox.jobs.get(queueId ?? '')?.downloads ?? 0
    const uncounted = answered > downloadGets ? [`${answered} GETs of its link, ${downloadGets} of them counted`] : []
    const many = downloadGets > LINK_GETS ? [`${downloadGets} GETs of its link`] : []
    return [...uncounted, ...many].map((what) => ({ promise: 9, about: id, what }))
  })
}

/** When all is quiet, every clip in the folder is some generation's; temporaries may be left by what was killed. */
function strayFiles({ studio, dataDir }: Evidence): Violation[] {
  const folder = clipsOf(dataDir)
  const used = new Set(studio.generations.map(({ assetHash }) => `${assetHash}.mp4`))
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names
    .filter((name) => !name.endsWith('.part') && !used.has(name))
    .map((name) => ({ promise: 7, about: name, what: 'a clip that is nobody’s' }))
}
