import { expect, it } from 'vitest'
import { loginPath, onwardPath } from '@/lib/access/login-path'

it('a page is come back to with its query', () => {
  expect(loginPath('/library?q=dusk&sort=newest')).toBe('/login?next=%2Flibrary%3Fq%3Ddusk%26sort%3Dnewest')
  expect(onwardPath('/library?q=dusk&sort=newest')).toBe('/library?q=dusk&sort=newest')
  expect(loginPath('/')).toBe('/login')
})

it.each([
  null,
  '',
  'library',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/login',
  '/login?next=/login',
  '/api/library/export',
  'javascript:alert(1)',
])('"%s" leads home', (next) => {
  expect(onwardPath(next)).toBe('/')
})
