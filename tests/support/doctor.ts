import { studioDb } from '@/lib/db/client'
import { mediaFolder } from '@/lib/generations/media-folder'
import { examine } from '@/lib/library/doctor/examine'
import type { Finding } from '@/lib/library/doctor/finding'

/** All that the doctor says of the library of this process, notes apart. */
export async function findingsNow({ deep = true, now = Date.now() } = {}): Promise<Finding[]> {
  return (await toldNow({ deep, now })).filter(({ note }) => !note)
}

/** The same with its notes. */
export async function toldNow({ deep = true, now = Date.now() } = {}): Promise<Finding[]> {
  const told: Finding[] = []
  const check = { db: await studioDb(), folder: await mediaFolder(), deep, now }
  for await (const finding of examine(check)) told.push(finding)
  return told
}
