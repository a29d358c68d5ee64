'use server'

import * as z from 'zod'
import { asOwner } from '@/app/access'
import { holdingHash, mediaFolder } from '@/lib/generations/media-folder'
import { findAsset, saveDerivativeRow } from '@/lib/generations/store'
import type { ActionResult } from '@/lib/generations/view'
import { acceptDerivative } from '@/lib/media/accept'
import { MediaError } from '@/lib/media/error'
import { isHash } from '@/lib/media/folder'

const handed = z.object({
  hash: z.string().refine(isHash),
  kind: z.enum(['poster', 'preview']),
  file: z.instanceof(Blob),
})

/** Takes in the poster or preview a browser made of a clip: `hash`, `kind` and `file`. */
export async function saveDerivative(form: unknown): Promise<ActionResult> {
  const parsed = handed.safeParse(form instanceof FormData ? Object.fromEntries(form) : form)
  if (!parsed.success) return { ok: false, sentence: 'This is not a poster or preview of a clip.' }
  return asOwner(() => holdingHash(parsed.data.hash, () => save(parsed.data)))
}

async function save({ hash, kind, file }: z.infer<typeof handed>): Promise<ActionResult> {
  const clip = await findAsset(hash)
  if (!clip) return { ok: false, sentence: 'The clip is not in the library any more.' }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const accepted = await acceptDerivative({ folder: await mediaFolder(), hash, kind, bytes, clip })
    if (!accepted.ok) return accepted
    await saveDerivativeRow(hash, accepted.facts)
    return { ok: true }
  } catch (error) {
    if (error instanceof MediaError) return { ok: false, sentence: error.sentence }
    throw error
  }
}
