import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { removeUpload } from '@/app/actions/uploads'
import { studioDb } from '@/lib/db/client'
import { deleteGeneration } from '@/lib/generations/delete'
import { groundMedium } from '@/lib/generations/ground-media'
import { mediaFolder } from '@/lib/generations/media-folder'
import type { AssetMedium } from '@/lib/generations/media-input'
import type { GenerationState } from '@/lib/generations/state'
import { findAsset } from '@/lib/generations/store'
import { listUploads } from '@/lib/library/list-uploads'
import { assetPath } from '@/lib/media/store'
import { picture } from '@/tests/support/files'
import { shoot } from '@/tests/support/footage'
import { writeGeneration } from '@/tests/support/generation-row'
import { everythingStored, openTestLibrary, send } from '@/tests/support/library'

const library = openTestLibrary()
let width = 10

/** A picture unlike the others. */
async function aPicture(): Promise<AssetMedium> {
  width += 1
  return taken(await picture('png', width, 20))
}

async function taken(bytes: Uint8Array): Promise<AssetMedium> {
  const result = await send(bytes)
  if (!result.ok) throw new Error(result.sentence)
  return result.medium
}

const isThere = async (medium: AssetMedium) => existsSync(assetPath(await mediaFolder(), medium))
const isListed = async ({ hash }: AssetMedium) => (await listUploads('image')).some((one) => one.hash === hash)
const isKnown = async ({ hash }: AssetMedium) => (await findAsset(hash)) !== null

describe('an upload that is removed', () => {
  test('goes with its poster when nothing is made from it, and may come back', async () => {
    const bytes = await picture('png', 99, 20)
    const before = await everythingStored(library.dataDir)
    const medium = await taken(bytes)
    expect(await removeUpload(medium.hash)).toEqual({ ok: true })
    const after = await everythingStored(library.dataDir)
    expect([after.files, after.derivatives]).toEqual([before.files, before.derivatives])
    expect([await isListed(medium), await isKnown(medium), await groundMedium(medium.hash)]).toEqual([
      false,
      false,
      null,
    ])
    expect(await removeUpload(medium.hash)).toEqual({ ok: true })
    expect(await taken(bytes)).toEqual(medium)
    expect([await isListed(medium), await isThere(medium)]).toEqual([true, true])
  })

  test.each<GenerationState>(['waiting', 'submitting', 'awaiting_consent', 'uncertain', 'processing', 'receiving'])(
    'is kept while a generation made from it is %s',
    async (state) => {
      const medium = await aPicture()
      await writeGeneration({ id: `needs-${state}`, state, uses: [medium.hash] })
      expect(await removeUpload(medium.hash)).toEqual({
        ok: false,
        sentence: 'A generation that is not finished is made from it: wait until it is, then remove it.',
      })
      expect([await isListed(medium), await isThere(medium)]).toEqual([true, true])
    },
  )

  test('leaves the list but stays for what was made from it, until that is deleted', async () => {
    const medium = await aPicture()
    await writeGeneration({ id: 'made-from-it', state: 'done', uses: [medium.hash] })
    expect(await removeUpload(medium.hash)).toEqual({ ok: true })
    expect([await isListed(medium), await isThere(medium), await isKnown(medium)]).toEqual([false, true, true])
    expect(await deleteGeneration('made-from-it')).toEqual({ ok: true })
    expect([await isThere(medium), await isKnown(medium)]).toEqual([false, false])
  })

  test('that was generated here stays a clip of the library', async () => {
    const clip = await taken(await shoot({ frames: 20 }))
    await writeGeneration({ id: 'its-clip', state: 'done', assetHash: clip.hash })
    expect(await removeUpload(clip.hash)).toEqual({ ok: true })
    expect([await isThere(clip), await isKnown(clip)]).toEqual([true, true])
    await deleteGeneration('its-clip')
    expect([await isThere(clip), await isKnown(clip)]).toEqual([false, false])
  })

  test.each(['', 'x', '../../squero.db', 7, null])('by a strange name: %j', async (name) => {
    expect(await removeUpload(name)).toMatchObject({ ok: false })
  })
})

describe('a generation that is deleted', () => {
  test('leaves its clip to another one that is made from it, and that one’s to the person who brought it', async () => {
    const first = await taken(await shoot({ frames: 22 }))
    await (await studioDb()).asset.update({ where: { hash: first.hash }, data: { uploadedAt: null } })
    const brought = await aPicture()
    await writeGeneration({ id: 'first', state: 'done', assetHash: first.hash })
    await writeGeneration({ id: 'second', state: 'done', uses: [first.hash, brought.hash] })
    await deleteGeneration('first')
    expect([await isThere(first), await isKnown(first)]).toEqual([true, true])
    await deleteGeneration('second')
    expect([await isThere(first), await isKnown(first)]).toEqual([false, false])
    expect([await isThere(brought), await isListed(brought)]).toEqual([true, true])
  })

  test('leaves its clip in the library when the person brought it too', async () => {
    const clip = await taken(await shoot({ frames: 26 }))
    await writeGeneration({ id: 'brought-too', state: 'done', assetHash: clip.hash })
    await deleteGeneration('brought-too')
    expect([await isThere(clip), await isKnown(clip)]).toEqual([true, true])
  })
})
