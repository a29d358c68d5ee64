import { expect, it } from 'vitest'
import { hashPassword, isEncoded, isPassword } from '@/lib/access/password'

it('a password is known again by its hash, and nothing else is', async () => {
  const encoded = await hashPassword('correct horse battery')
  expect(encoded).toMatch(/^scrypt:15:8:3:[\w-]{22}:[\w-]{43}$/)
  expect(isEncoded(encoded)).toBe(true)
  expect(await isPassword('correct horse battery', encoded)).toBe(true)
  for (const other of ['', 'correct horse batterY', 'correct horse battery ', 'correct horse batter']) {
    expect(await isPassword(other, encoded), other).toBe(false)
  }
})

it('the same password has another hash each time', async () => {
  expect(await hashPassword('correct horse battery')).not.toBe(await hashPassword('correct horse battery'))
})

it('an accent typed on another keyboard is the same letter', async () => {
  expect(await isPassword('cafe\u0301 del canale', await hashPassword('caf\u00e9 del canale'))).toBe(true)
})

it.each([
  '',
  'plain words',
  'scrypt:15:8:3::',
  `scrypt:5:8:3:${'s'.repeat(22)}:${'h'.repeat(43)}`,
  `scrypt:25:8:3:${'s'.repeat(22)}:${'h'.repeat(43)}`,
  `scrypt:15:99:3:${'s'.repeat(22)}:${'h'.repeat(43)}`,
  `scrypt:15:8:99:${'s'.repeat(22)}:${'h'.repeat(43)}`,
])('"%s" is no hash that is taken', async (text) => {
  expect(isEncoded(text)).toBe(false)
})
