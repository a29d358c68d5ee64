import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '@/lib/db/client'
import { checkLibrary } from '@/lib/library/check'
import { EVERYTHING } from '@/lib/library/library-query'
import { readLibrary } from '@/lib/library/page'
import { remarkOn } from '@/lib/library/remark'
import { tagMany } from '@/lib/library/tag'
import { openTestStudio } from '@/tests/support/studio'

let db: Db
let accountId: string
const AT = new Date('2026-11-20T10:00:00Z')

beforeAll(async () => {
  const studio = await openTestStudio()
  db = studio.db
  accountId = studio.account.id
}, 60_000)
beforeEach(() => db.generation.updateMany({ data: { deletedAt: AT } }))
afterAll(() => db.$disconnect())

/** A generation with these words, in no state that matters. */
async function write(prompt: string, more: { negativePrompt?: string; model?: string } = {}): Promise<string> {
  const id = crypto.randomUUID()
  await db.generation.create({
    data: {
      ...{ id, accountId, state: 'failed', modelId: 'm', modelName: more.model ?? 'Vetro', prompt, day: '2026-11-20' },
      ...{ input: { negativePrompt: more.negativePrompt ?? '' }, request: {}, quoteInputs: {}, quoteMicroUsd: 1n },
      ...{ quotedAt: AT, position: 0n, dueAt: AT, createdAt: AT },
    },
  })
  return id
}

const find = async (text: string) =>
  (await readLibrary({ ...EVERYTHING, states: ['failed'], text, sort: 'best' }, null)).items.map((item) => item.prompt)

describe('the search', () => {
  it('finds words in any order, as they are typed, and all of them', async () => {
    await write('Mooring poles at dusk, slow push in')
    await write('Dusk over the Dolomites')
    expect(await find('dusk pol')).toEqual(['Mooring poles at dusk, slow push in'])
    expect(await find('DUSK')).toHaveLength(2)
    expect(await find('du')).toHaveLength(2)
    expect(await find('d')).toHaveLength(2)
    expect(await find('dusk night')).toEqual([])
    expect(await find('oring')).toEqual(['Mooring poles at dusk, slow push in'])
    expect(await find('  dusk \n\t push ')).toHaveLength(1)
  })

  it.each([
    ['accents either way', 'Été à la plage', ['ete', 'ÉTÉ', 'e\u0301te\u0301', 'plag', 'à']],
    ['accents written apart', 'E\u0301te\u0301 a\u0300 la mer', ['été', 'ete', 'mer']],
    ['Polish, Czech and Turkish', 'Żółw skáče přes İstanbul', ['zołw', 'skace', 'pres', 'stanbul']],
    ['Vietnamese', 'Đêm ở Hà Nội', ['ha noi', 'nội', 'hà']],
    [
      'Japanese, parts of what has no spaces',
      '夕暮れの運河をゆっくり進む',
      ['運河', '夕', '夕暮れ', 'ゆっくり', '進む', 'む 夕'],
    ],
    ['Chinese, one and two characters', '夜幕下的威尼斯运河', ['夜', '威尼', '运河', '河', '运河 夜幕']],
    ['Korean', '비 오는 서울의 골목길', ['비', '서울', '골목', '길']],
    ['Arabic', 'قارب صغير عند الغروب', ['قارب', 'الغروب', 'غروب', 'عند صغير', 'ق']],
    ['Hebrew', 'סירה בשקיעה', ['סירה', 'שקיעה']],
    ['Hindi', 'नदी किनारे शाम की आरती', ['नदी', 'शाम', 'आरती नदी']],
    ['Thai', 'เรือลำเล็กในคลองยามเย็น', ['คลอง', 'เรือ', 'เย็น']],
    ['Cyrillic', 'Ёжик в тумане', ['ёжик', 'ТУМАН', 'ёж', 'в']],
    ['Greek', 'Φάρος στην ομίχλη', ['φάρος', 'ομίχ']],
    ['emoji', 'A fox 🦊 and a family 👩‍👩‍👧', ['🦊', '👩‍👩‍👧', 'fox 🦊']],
    ['marks and digits', 'Shot in 4K (120 fps), C++ & "quotes"', ['4k', '120', '(120', 'c++', '"quotes"', '&']],
  ])('finds %s', async (_, prompt, searches) => {
    await write(prompt)
    await write('Something else entirely')
    for (const text of searches) expect(await find(text), text).toEqual([prompt])
  })

  it('looks into notes, tags, the negative prompt and the model’s name too', async () => {
    const id = await write('A plain one', { negativePrompt: 'blurry hands', model: 'Kling O3 Pro' })
    await write('Another')
    await remarkOn(id, 'Für den Abspann')
    await tagMany([id], ['B-Roll'], [])
    for (const text of ['fur abspann', 'b-ro', 'blurr', 'kling', 'o3', 'plain kling b-roll abspann hands']) {
      expect(await find(text), text).toEqual(['A plain one'])
    }
    await remarkOn(id, '')
    await tagMany([id], [], ['b-roll'])
    for (const text of ['abspann', 'b-roll']) expect(await find(text), text).toEqual([])
  })

  it('puts first what fits best', async () => {
    await write('A long prompt in which a scarf stands somewhere among very many other words that nobody looks for now')
    const tagged = await write('Tagged')
    await tagMany([tagged], ['car'], [])
    await write('A car, and another car')
    expect((await find('car')).at(-1)).toContain('scarf')
    expect((await find('car'))[0]).toBe('Tagged')
  })

  it('takes what would be an operator for text, and nothing for an error', async () => {
    const odd = [
      'NEAR(a b)',
      'a AND NOT b',
      'prompt:fog',
      '"unbalanced',
      "'; DROP TABLE x; --",
      '^start* -minus +plus',
      '{tags} : (x)',
    ]
    for (const prompt of odd) await write(prompt)
    for (const prompt of odd) expect(await find(prompt), prompt).toEqual([prompt])
    for (const text of ['*', '"', '""', '()', 'AND', 'NOT OR', '\0', '\u0000a', '\ud800', '%_', 'a*']) {
      expect(Array.isArray(await find(text)), text).toBe(true)
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        expect(Array.isArray(await find(text))).toBe(true)
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  it('finds any part of any text that was written, whatever its characters', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 3, maxLength: 30 }),
      fc
        .array(fc.constantFrom('夜', 'の', 'fog', 'É', 'ß', '🦊', 'غ', 'x', ' ', 'कि', '\u0301'), {
          minLength: 3,
          maxLength: 12,
        })
        .map((all) => all.join('')),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.integer({ min: 3, max: 8 }), async (prompt, from, length) => {
        await db.generation.updateMany({ where: { deletedAt: null }, data: { deletedAt: AT } })
        await write(prompt)
        const letters = [...prompt.normalize('NFC')]
        const start = from % letters.length
        const part = letters
          .slice(start, start + length)
          .join('')
          .trim()
        fc.pre([...part].length >= 3 && !/[\p{Cc}\p{M}\s]/u.test(part) && prompt === prompt.normalize('NFC'))
        expect(await find(part)).toEqual([prompt])
      }),
      { numRuns: 150, seed: 5 },
    )
  })

  it('keeps texts of any kind without a crack in its index', async () => {
    const odd = [
      'Half an emoji \ud83d alone',
      'A null \0 character',
      'x'.repeat(20_000),
      '\u0301',
      '\u202e\u0007',
      '   ',
    ]
    for (const prompt of odd) await tagMany([await write(prompt)], ['Odd'], [])
    await db.generation.updateMany({ where: { deletedAt: null }, data: { remark: '\0\ud800' } })
    await db.generation.updateMany({ where: { deletedAt: null }, data: { deletedAt: AT } })
    expect(await checkLibrary(db)).toEqual([])
  })
})
