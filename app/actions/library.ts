'use server'

import * as z from 'zod'
import { asOwner } from '@/app/access'
import { studioAccount } from '@/lib/account'
import { projectNameSchema } from '@/lib/generations/add-project'
import * as bins from '@/lib/library/bin'
import { moveToProject as move } from '@/lib/library/move'
import * as projects from '@/lib/library/projects'
import { rateMany } from '@/lib/library/rate'
import { remarkOn } from '@/lib/library/remark'
import { LONGEST_REMARK } from '@/lib/library/remark-length'
import * as searches from '@/lib/library/searches'
import { markSeen as see } from '@/lib/library/seen'
import { starMany } from '@/lib/library/star'
import { tagMany } from '@/lib/library/tag'
import { manyIds, ratingValue, tagNames, undo as takeBack, undoSteps } from '@/lib/library/undo'
import type { LibraryResult, MadeResult } from '@/lib/library/view'

// An action may be called by anything that can reach the port: arguments are unknown until parsed.

const maybeProject = z.uuid().nullable()

export async function moveToProject(ids: unknown, projectId: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds, maybeProject]), [ids, projectId], move)
}

/** Tags by name; one that is new is made. */
export async function tag(ids: unknown, add: unknown, remove: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds, tagNames, tagNames]), [ids, add, remove], tagMany)
}

/** 1 to 5; null takes the rating away. */
export async function rate(ids: unknown, rating: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds, ratingValue]), [ids, rating], rateMany)
}

export async function star(ids: unknown, on: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds, z.boolean()]), [ids, on], starMany)
}

export async function remark(id: unknown, text: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.uuid(), z.string().max(LONGEST_REMARK)]), [id, text], remarkOn)
}

export async function bin(ids: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds]), [ids], bins.binMany)
}

export async function unbin(ids: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds]), [ids], bins.unbinMany)
}

export async function deleteForGood(ids: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds]), [ids], bins.deleteForGood)
}

/** Of the account that is shown; null is the one in use. */
export async function emptyBin(account: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.string().max(100).nullable()]), [account], async (shown) =>
    bins.emptyBin(shown ?? (await studioAccount()).id),
  )
}

export async function undo(steps: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([undoSteps]), [steps], takeBack)
}

export async function markSeen(ids: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([manyIds]), [ids], see)
}

export async function createProject(name: unknown, parentId: unknown): Promise<MadeResult> {
  return parsed(z.tuple([projectNameSchema, maybeProject]), [name, parentId], projects.createProject, NAMELESS)
}

export async function renameProject(id: unknown, name: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.uuid(), projectNameSchema]), [id, name], projects.renameProject, NAMELESS)
}

export async function moveProject(id: unknown, parentId: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.uuid(), maybeProject]), [id, parentId], projects.moveProject)
}

export async function deleteProject(id: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.uuid()]), [id], projects.deleteProject)
}

/** The filters of the library's address, under a name. */
export async function saveSearch(name: unknown, query: unknown): Promise<MadeResult> {
  return parsed(z.tuple([searchName, z.string().max(8000)]), [name, query], searches.saveSearch, UNNAMED)
}

export async function deleteSearch(id: unknown): Promise<LibraryResult> {
  return parsed(z.tuple([z.uuid()]), [id], searches.deleteSearch)
}

const searchName = z.string().trim().min(1).max(80)

const NAMELESS = 'A project needs a name of 1 to 80 characters.'
const UNNAMED = 'A search needs a name of 1 to 80 characters.'
const UNREADABLE = 'The page sent something unreadable. Nothing was changed.'

/** What `work` makes of arguments that are what they must be. */
async function parsed<Known extends unknown[], Result>(
  shape: z.ZodType<Known>,
  args: unknown[],
  work: (...known: Known) => Promise<Result>,
  sentence = UNREADABLE,
): Promise<Result | { ok: false; sentence: string }> {
  const known = shape.safeParse(args)
  return known.success ? asOwner(() => work(...known.data)) : { ok: false, sentence }
}
