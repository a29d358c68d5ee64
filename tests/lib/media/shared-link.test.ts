import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readShared, shareSecret, signShared } from '@/lib/media/shared-link'

const secret = randomBytes(32)
const file = { hash: 'a'.repeat(64), mime: 'image/png', until: 1000 }
const token = signShared(secret, file)

describe('a signed address', () => {
  test('gives its file away until it ends', () => {
    expect(readShared(secret, token, 999)).toEqual(file)
    expect(readShared(secret, token, 1000)).toBeNull()
    expect(token).toMatch(/^[\w.-]+$/)
  })

  test('made with another secret is none', () => {
    expect(readShared(randomBytes(32), token, 0)).toBeNull()
  })

  test('with any sign changed, taken away or added is none', () => {
    const other = (sign: string) => (sign === 'A' ? 'B' : 'A')
    const passed: string[] = []
    for (let at = 0; at < token.length; at += 1) {
      const changed = `${token.slice(0, at)}${other(token[at] ?? '')}${token.slice(at + 1)}`
      const shorter = `${token.slice(0, at)}${token.slice(at + 1)}`
      passed.push(...[changed, shorter].filter((one) => isGiven(one)))
    }
    expect(passed).toEqual([])
  })

  test('of another file or a later end needs another signature', () => {
    const [claim, signature] = token.split('.')
    for (const wish of [
      { ...file, hash: 'b'.repeat(64) },
      { ...file, until: 9e15 },
      { ...file, mime: 'text/html' },
    ]) {
      const [wished] = signShared(randomBytes(32), wish).split('.')
      expect([wished === claim, readShared(secret, `${wished}.${signature}`, 0)]).toEqual([false, null])
    }
  })

  test('anything else is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readShared(secret, text, 0)).toBeNull()
      }),
    )
    expect(readShared(secret, `${token}.${token}`, 0)).toBeNull()
  })

  /** The last sign of a signature has bits that mean nothing: only a change of meaning counts. */
  function isGiven(one: string): boolean {
    const sameBytes = one
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
      .join()
    const bytes = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString('hex'))
      .join()
    return sameBytes !== bytes && readShared(secret, one, 0) !== null
  }
})

describe('the secret', () => {
  const dir = () => {
    const path = mkdtempSync(join(tmpdir(), 'squero-secret-'))
    onTestFinished(() => rmSync(path, { recursive: true }))
    return path
  }

  test('is made once and read by its owner only', async () => {
    const dataDir = dir()
    const first = await shareSecret(dataDir)
    expect(first).toHaveLength(32)
    expect(await shareSecret(dataDir)).toEqual(first)
    expect(statSync(join(dataDir, 'share.secret')).mode & 0o777).toBe(0o600)
    expect(await shareSecret(dir())).not.toEqual(first)
  })

  test('made by eight at once is one', async () => {
    const dataDir = dir()
    const made = await Promise.all(Array.from({ length: 8 }, () => shareSecret(dataDir)))
    expect(new Set(made.map((one) => Buffer.from(one).toString('hex'))).size).toBe(1)
  })
})
