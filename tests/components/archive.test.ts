import { describe, expect, test } from 'vitest'
import { importProgress, reportWords } from '@/components/library/archive/import-words'
import { carriesSettings } from '@/components/library/archive/restore-file'
import { fillingOf, restoredWords } from '@/components/library/archive/restored'
import { emptyReport, type FoundSettings, type ImportReport, type ImportView } from '@/lib/library/archive/view'
import { anInput } from '@/tests/support/offers'

const report = (change: Partial<ImportReport> = {}): ImportReport => ({ ...emptyReport(), ...change })

const found = (change: Partial<FoundSettings> = {}): FoundSettings => ({
  generation: 'g',
  model: { id: 'm', name: 'M' },
  input: anInput(),
  missing: 0,
  original: true,
  quote: { microUsd: 1, at: '2026-11-29T00:00:00.000Z' },
  charge: null,
  sandbox: true,
  clip: { id: 'g', came: 'here-before' },
  ...change,
})

const job = (change: Partial<ImportView>): ImportView => ({
  state: 'receiving',
  receivedBytes: 0,
  totalBytes: null,
  done: 0,
  total: 0,
  report: report(),
  sentence: null,
  ...change,
})

describe('what an import did', () => {
  test.each<[Partial<ImportReport>, string]>([
    [{}, '0 generations came in.'],
    [{ added: 1, files: 1 }, '1 generation came in. 1 file was stored, checked by hash.'],
    [
      { added: 1200, restored: 3, known: 1, files: 1203, uploads: 1, projects: 2, searches: 1 },
      '1,200 generations came in, 3 came back. 1 generation was here already. 1,203 files were stored, checked by hash. Also 1 upload, 2 projects, 1 saved search.',
    ],
    [{ known: 2, searches: 2 }, '0 generations came in. 2 generations were here already. Also 2 saved searches.'],
  ])('%o', (change, words) => {
    expect(reportWords(report(change)).join(' ')).toBe(words)
  })
})

describe('how an import goes', () => {
  test('is told by bytes while it is received, and by records then', () => {
    expect(importProgress(job({ receivedBytes: 5_000_000, totalBytes: 20_000_000 }))).toEqual({
      share: 0.25,
      words: '5.0 MB of 20.0 MB received',
    })
    expect(importProgress(job({ receivedBytes: 5_000_000 }))).toEqual({ share: null, words: '5.0 MB received' })
    expect(importProgress(job({ state: 'importing', done: 1500, total: 2000 }))).toEqual({
      share: 0.75,
      words: '1,500 of 2,000 looked at',
    })
    expect(importProgress(job({ state: 'importing' })).share).toBeNull()
  })
})

describe('what became of a dropped clip', () => {
  test.each<[Partial<FoundSettings>, string]>([
    [{}, 'The clip is in the library already.'],
    [{ clip: { id: 'g', came: 'restored' } }, 'The clip had been deleted, and is back.'],
    [
      { clip: { id: 'g', came: 'added' }, missing: 1 },
      'The clip is in the library now. 1 file it was made from is not here.',
    ],
    [
      { clip: null, missing: 2 },
      'The clip was kept as an upload: it was made in another kind of account. 2 files it was made from are not here.',
    ],
    [{ original: false, clip: null }, 'The file was changed since it was downloaded: it was kept as it is.'],
  ])('%o', (change, words) => {
    expect(restoredWords(found(change))).toBe(words)
  })

  test('fills the form, and what comes of it comes from that clip where it is here', () => {
    expect(fillingOf(found())).toMatchObject({ what: 'settings', fromId: 'g' })
    expect(fillingOf(found({ clip: null })).what).toBe('settings')
    expect(Reflect.get(fillingOf(found({ clip: null })), 'fromId')).toBeUndefined()
  })
})

describe('whether a file says how it was made', () => {
  const file = (name: string, ...parts: BlobPart[]) => new File(parts, name)

  test('is seen at its very end, and in MP4 files only', async () => {
    expect(await carriesSettings(file('a.mp4', 'x', '<squero:record>{}</squero:record>'))).toBe(true)
    expect(await carriesSettings(file('a.MP4', new Uint8Array(3_000_000), '<squero:record>'))).toBe(true)
    expect(await carriesSettings(file('a.mp4', '<squero:record>', new Uint8Array(3_000_000)))).toBe(false)
    expect(await carriesSettings(file('a.mp4', 'x'))).toBe(false)
    expect(await carriesSettings(file('a.mov', '<squero:record>'))).toBe(false)
  })
})
