import { describe, expect, test } from 'vitest'
import { studioDb } from '@/lib/db/client'
import { NO_MEDIA } from '@/lib/generations/media-input'
import { readLineage } from '@/lib/library/lineage'
import type { Lineage, LineageNode } from '@/lib/library/lineage-view'
import { asMedium, writePicture, writeRelative } from '@/tests/support/family-rows'
import { openTestLibrary } from '@/tests/support/library'

openTestLibrary()

const startWith = (startImage: Awaited<ReturnType<typeof writePicture>>) => ({ media: { ...NO_MEDIA, startImage } })

async function lineage(id: string): Promise<Lineage> {
  const found = await readLineage(id)
  if (!found) throw new Error(`There is no lineage of ${id}.`)
  return found
}

/** A tree in short: `continued <id>`, with what stands under it. */
type Short = [string, ...Short[]]
function short({ self, children }: LineageNode, names: Record<string, string>): Short {
  const under = children.map((child) => short(child, names))
  if (self.kind === 'upload') return [`upload ${self.name}`, ...under]
  if (self.kind === 'group') return [`${self.clips} more`, ...under]
  const take = self.take === null ? '' : ` ${self.take}`
  return [`${self.relation ?? 'first'}${take}: ${names[self.id] ?? self.id}`, ...under]
}

describe('a clip that came from nothing', () => {
  test('is its own tree', async () => {
    const { id } = await writeRelative()
    expect(await lineage(id)).toMatchObject({
      root: { self: { kind: 'clip', id, relation: null }, children: [] },
      besides: [],
      goesBack: false,
      total: { uploads: 0, clips: 1, chargedMicroUsd: 350_000, more: false },
    })
  })

  test('has none once it was deleted, or never was', async () => {
    const { id } = await writeRelative()
    const db = await studioDb()
    await db.generation.update({ where: { id }, data: { deletedAt: new Date() } })
    expect(await readLineage(id)).toBeNull()
    expect(await readLineage('nowhere')).toBeNull()
  })
})

describe('a family', () => {
  test('goes from an upload over a clip, its frame and its enlargement, to the last one', async () => {
    const poles = await writePicture('poles.png')
    const first = await writeRelative({ input: startWith(poles) })
    const frame = await writePicture('poles frame 144.png', first.hash)
    const on = await writeRelative({ input: startWith(frame), fromId: first.id })
    const large = await writeRelative({
      prompt: '',
      input: { upscaleFactor: 2, media: { ...NO_MEDIA, sourceVideo: asMedium(on.hash) } },
    })
    const edited = await writeRelative({ input: { media: { ...NO_MEDIA, sourceVideo: asMedium(first.hash) } } })
    const like = await writeRelative({ input: { media: { ...NO_MEDIA, referenceVideos: [asMedium(on.hash)] } } })
    const end = await writeRelative({ input: { media: { ...NO_MEDIA, endImage: frame } } })
    const names = Object.fromEntries(
      Object.entries({ first, on, large, edited, like, end }).map(([n, { id }]) => [id, n]),
    )
    const all: Short = [
      'upload poles.png',
      ['first: first', ['continued: on', ['upscaled: large'], ['reference: like']], ['edited: edited'], ['frame: end']],
    ]
    const { root, total } = await lineage(first.id)
    expect(short(root, names)).toEqual(all)
    expect(total).toEqual({ uploads: 1, clips: 6, chargedMicroUsd: 6 * 350_000, more: false })

    // From the other end: the line back to the beginning, and what stands beside it as a count.
    expect(short((await lineage(large.id)).root, names)).toEqual([
      'upload poles.png',
      ['first: first', ['continued: on', ['upscaled: large'], ['reference: like']]],
    ])
    expect(short((await lineage(on.id)).root, names)).toEqual([
      'upload poles.png',
      ['first: first', ['continued: on', ['upscaled: large'], ['reference: like']], ['2 more']],
    ])
  })

  test('of takes stands side by side, whichever of them was run again', async () => {
    const first = await writeRelative({ prompt: 'takes' })
    const second = await writeRelative({ prompt: 'takes', fromId: first.id })
    const third = await writeRelative({ prompt: 'takes', fromId: second.id })
    const other = await writeRelative({ prompt: 'other words', fromId: third.id })
    const names = Object.fromEntries(Object.entries({ first, second, third, other }).map(([n, { id }]) => [id, n]))
    expect(short((await lineage(first.id)).root, names)).toEqual([
      'first: first',
      ['take 2: second'],
      ['take 3: third', ['again: other']],
    ])
    expect(short((await lineage(third.id)).root, names)).toEqual([
      'first: first',
      ['take 3: third', ['again: other']],
      ['take 2: second'],
    ])
    expect(short((await lineage(other.id)).root, names)).toEqual(['first: first', ['take: third', ['again: other']]])
  })

  test('knows which of two that made the same bytes is meant', async () => {
    const hash = 'a'.repeat(64)
    const first = await writeRelative({ prompt: 'twins', hash })
    const second = await writeRelative({ prompt: 'twins', hash, fromId: first.id })
    const frame = await writePicture('twin frame.png', hash)
    const ofFirst = await writeRelative({ input: startWith(frame), fromId: first.id })
    const ofSecond = await writeRelative({ input: startWith(frame), fromId: second.id })
    const names = Object.fromEntries(Object.entries({ first, second, ofFirst, ofSecond }).map(([n, { id }]) => [id, n]))
    expect(short((await lineage(first.id)).root, names)).toEqual([
      'first: first',
      ['take 2: second', ['continued: ofSecond']],
      ['continued: ofFirst'],
    ])
  })

  test('says what else a clip was made from', async () => {
    const [poles, sea] = [await writePicture('poles 2.png'), await writePicture('sea.png')]
    const before = await writeRelative({ prompt: 'before' })
    const beside = await writeRelative({ prompt: 'beside' })
    const frame = await writePicture('before frame.png', before.hash)
    const { id } = await writeRelative({
      input: {
        media: {
          ...NO_MEDIA,
          startImage: frame,
          referenceVideos: [asMedium(beside.hash)],
          referenceImages: [poles, sea],
        },
      },
    })
    const { root, besides } = await lineage(id)
    expect(root).toMatchObject({ self: { id: before.id }, children: [{ self: { id, relation: 'continued' } }] })
    expect(besides).toMatchObject([
      { kind: 'clip', id: beside.id, relation: 'reference' },
      { kind: 'upload', name: 'poles 2.png' },
      { kind: 'upload', name: 'sea.png' },
    ])
  })

  test('keeps the place of what was deleted, and shows what is in the bin', async () => {
    const db = await studioDb()
    const gone = await writeRelative({ prompt: 'gone' })
    const { id } = await writeRelative({ prompt: 'after it', fromId: gone.id })
    const binned = await writeRelative({ prompt: 'binned', fromId: id })
    await db.generation.update({ where: { id: gone.id }, data: { deletedAt: new Date() } })
    await db.generation.update({ where: { id: binned.id }, data: { binnedAt: new Date() } })
    const { root } = await lineage(id)
    expect(root).toMatchObject({
      self: { id: gone.id, gone: true },
      children: [{ self: { id, gone: false }, children: [{ self: { id: binned.id, binned: true } }] }],
    })
  })

  test('never reaches into another account', async () => {
    const ours = await writeRelative({ prompt: 'ours' })
    const theirs = await writeRelative({ prompt: 'theirs', account: 'account-2', fromId: ours.id })
    const user = await writeRelative({
      account: 'account-2',
      input: { media: { ...NO_MEDIA, sourceVideo: asMedium(ours.hash) } },
    })
    expect((await lineage(ours.id)).root.children).toEqual([])
    expect((await lineage(theirs.id)).root.self).toMatchObject({ id: theirs.id, relation: null })
    expect((await lineage(user.id)).root.self).toMatchObject({ kind: 'upload', hash: ours.hash })
  })
})

describe('a large family', () => {
  test('is counted where it is not drawn: 200 takes, with their sum', async () => {
    const first = await writeRelative({ prompt: 'many' })
    for (let take = 0; take < 200; take += 1)
      await writeRelative({ prompt: 'many', fromId: first.id, charged: 100_000 })
    const { root, total } = await lineage(first.id)
    expect(root.children).toHaveLength(7)
    expect(root.children.slice(0, 6).map(({ self }) => (self.kind === 'clip' ? self.take : null))).toEqual([
      2, 3, 4, 5, 6, 7,
    ])
    const rest = root.children[6]?.self
    expect(rest).toMatchObject({ kind: 'group', clips: 194, chargedMicroUsd: 194 * 100_000 })
    expect(rest?.kind === 'group' && rest.first.map(({ take }) => take)).toEqual(
      Array.from({ length: 24 }, (_, at) => at + 8),
    )
    expect(total).toMatchObject({ clips: 201, chargedMicroUsd: 350_000 + 200 * 100_000 })
  })

  test('ends somewhere in both directions, and says that it goes on', async () => {
    const ids: string[] = []
    for (let level = 0; level < 12; level += 1) {
      const fromId = ids.at(-1)
      ids.push((await writeRelative({ prompt: `level ${level}`, ...(fromId ? { fromId } : {}) })).id)
    }
    const chain = (node: LineageNode): number => 1 + Math.max(0, ...node.children.map(chain))
    const middle = await lineage(ids[6] ?? '')
    expect(middle.goesBack).toBe(true)
    expect(chain(middle.root)).toBe(9)
    expect(middle.total).toMatchObject({ clips: 9, more: true })
    const last = await lineage(ids[11] ?? '')
    expect([last.goesBack, last.total.more]).toEqual([true, true])
    const first = await lineage(ids[0] ?? '')
    expect([first.goesBack, first.total.more, chain(first.root)]).toEqual([false, true, 5])
  })

  test('that turns in a circle is drawn once', async () => {
    const db = await studioDb()
    const one = await writeRelative({ prompt: 'one' })
    const two = await writeRelative({ prompt: 'two', fromId: one.id })
    await db.generation.update({ where: { id: one.id }, data: { fromId: two.id } })
    expect((await lineage(one.id)).total.clips).toBe(2)
    expect((await lineage(two.id)).total.clips).toBe(2)
  })
})
