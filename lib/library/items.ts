import 'server-only'
import * as z from 'zod'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ClipView } from '@/lib/generations/clip-view'
import { LIBRARY_STATES } from '@/lib/library/library-query'
import type { LibraryItem } from '@/lib/library/view'
import { clipFileName } from '@/lib/media/file-name'

const flag = z.coerce.number().transform(Boolean)
const number = z.coerce.number()
const maybe = <T extends z.ZodType>(type: T) => type.nullable()
/** Prisma can't know what a question of our own gives: here it is checked. */
const rowShape = z.object({
  id: number,
  generationId: z.string(),
  at: number,
  prompt: z.string(),
  modelId: z.string(),
  modelName: z.string(),
  state: z.string().transform((state) => LIBRARY_STATES.find((one) => one === state) ?? 'done'),
  starred: flag,
  rating: maybe(number),
  seen: flag,
  projectId: maybe(z.string()),
  tags: z.string().transform((text) => z.array(z.string()).parse(JSON.parse(text))),
  sandbox: flag,
  charged: z.unknown().transform((value) => (value === null ? null : Number(value))),
  hash: maybe(z.string()),
  mime: maybe(z.string()),
  bytes: number,
  width: number,
  height: number,
  durationMs: number,
  fps: maybe(number),
  hasAudio: flag,
  poster: flag,
  preview: flag,
})
type Row = z.infer<typeof rowShape>

/**
 * Entries as the grid shows them, in the order of their ids; those that are gone are left out. One question: loaded as
 * relations, a page would be six, and take five times as long.
 */
export async function readItems(db: Db, ids: readonly number[]): Promise<LibraryItem[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT e."id", e."generationId", CAST(e."createdAt" AS INTEGER) AS "at", g."prompt", e."modelId", g."modelName",
      e."state", e."starred", e."rating", e."seen", e."projectId", c."sandbox", e."chargedMicroUsd" AS "charged",
      (SELECT json_group_array(t."name" ORDER BY t."key") FROM "GenerationTag" x JOIN "Tag" t ON t."id" = x."tagId"
        WHERE x."generationId" = g."id") AS "tags",
      a."hash", a."mime", COALESCE(a."bytes", 0) AS "bytes", COALESCE(a."width", 0) AS "width",
      COALESCE(a."height", 0) AS "height", COALESCE(a."durationMs", 0) AS "durationMs",
      a."fps", COALESCE(a."hasAudio", 0) AS "hasAudio", ${madeOf('poster')} AS "poster", ${madeOf('preview')} AS "preview"
    FROM json_each(${JSON.stringify(ids)}) wanted
    JOIN "LibraryEntry" e ON e."id" = wanted.value
    JOIN "Generation" g ON g."id" = e."generationId"
    JOIN "Account" c ON c."id" = e."accountId"
    LEFT JOIN "Asset" a ON a."hash" = g."assetHash"`)
  const items = new Map(rows.map((row) => rowShape.parse(row)).map((row) => [row.id, itemOf(row)]))
  return ids.flatMap((id) => items.get(id) ?? [])
}

const madeOf = (kind: 'poster' | 'preview') =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Derivative" d WHERE d."assetHash" = a."hash" AND d."kind" = ${kind})`

function itemOf(row: Row): LibraryItem {
  return {
    id: row.generationId,
    createdAt: row.at,
    prompt: row.prompt,
    model: { id: row.modelId, name: row.modelName },
    state: row.state,
    starred: row.starred,
    rating: row.rating,
    projectId: row.projectId,
    tags: row.tags,
    sandbox: row.sandbox,
    chargedMicroUsd: row.charged,
    clip: clipOf(row),
    unseen: row.hash !== null && !row.seen,
  }
}

function clipOf(row: Row): ClipView | null {
  const { hash, mime, bytes, width, height, durationMs, fps, hasAudio } = row
  if (hash === null || mime === null) return null
  const src = `/api/media/${hash}`
  return {
    ...{ hash, src, mime, bytes, width, height, durationMs, fps, hasAudio },
    poster: row.poster ? `${src}/poster` : null,
    preview: row.preview ? `${src}/preview` : null,
    fileName: clipFileName({ ...row, id: row.generationId, createdAt: row.at }),
  }
}
