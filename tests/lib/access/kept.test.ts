import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changeKept, closeKept, readKept } from '@/lib/access/kept'

const newFolder = () => mkdtempSync(join(tmpdir(), 'squero-kept-'))
const modeOf = (dir: string) => statSync(join(dir, 'settings.json')).mode & 0o777

it('what was typed in is kept for its owner’s eyes only, in one whole file', () => {
  const dir = newFolder()
  expect(readKept(dir)).toEqual({ hosts: [] })
  changeKept(dir, (kept) => ({ ...kept, apiKey: 'key-1' }))
  changeKept(dir, (kept) => ({ ...kept, hosts: ['https://studio.example.com'] }))
  expect(readKept(dir)).toEqual({ apiKey: 'key-1', hosts: ['https://studio.example.com'] })
  expect(readdirSync(dir)).toEqual(['settings.json'])
  expect(modeOf(dir)).toBe(0o600)
})

it('its mode is taken back when something has widened it', () => {
  const dir = newFolder()
  changeKept(dir, (kept) => kept)
  chmodSync(join(dir, 'settings.json'), 0o644)
  closeKept(dir)
  expect(modeOf(dir)).toBe(0o600)
})

it.each(['', '{', '[]', '{"hosts": "all"}', '{"apiKey": 5}'])('a file that says "%s" opens nothing', (text) => {
  const dir = newFolder()
  writeFileSync(join(dir, 'settings.json'), text)
  expect(() => readKept(dir)).toThrow(/settings.json in the data folder/)
  expect(() => changeKept(dir, (kept) => kept)).toThrow()
  expect(readFileSync(join(dir, 'settings.json'), 'utf8')).toBe(text)
})
