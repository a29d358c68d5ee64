import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, parseEnvironment } from '@/lib/env'

const HASH = `scrypt:15:8:3:${'s'.repeat(22)}:${'h'.repeat(43)}`

const sentencesOf = (source: Record<string, string>) => {
  try {
    parseEnvironment(source)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.sentences
    throw error
  }
}

describe('the settings', () => {
  it('mean the sandbox on loopback when nothing is set', () => {
    expect(parseEnvironment({ VENICE_API_KEY: ' ', PORT: '' })).toEqual({
      veniceApiKey: null,
      veniceBaseUrl: 'https://api.venice.ai/api/v1',
      dataDir: resolve('data'),
      host: '127.0.0.1',
      port: 3210,
      ownerPassword: null,
      viewerPassword: null,
      hosts: [],
      trustProxy: false,
      sandboxSpeed: 1,
      sandboxModels: null,
      publicUrl: null,
    })
  })

  it('take a key and an address without its last slash', () => {
    const settings = parseEnvironment({ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'http://127.0.0.1:3299/api/v1/' })
    expect(settings).toMatchObject({ veniceApiKey: 'k', veniceBaseUrl: 'http://127.0.0.1:3299/api/v1' })
  })

  it('take a public address without its last slash', () => {
    const settings = parseEnvironment({ SQUERO_PUBLIC_URL: 'https://Studio.example.com/' })
    expect(settings.publicUrl).toBe('https://studio.example.com')
  })

  it.each([
    [{ SQUERO_PUBLIC_URL: 'studio.example.com' }, 'SQUERO_PUBLIC_URL'],
    [{ SQUERO_PUBLIC_URL: 'http://studio.example.com' }, 'https'],
    [{ SQUERO_PUBLIC_URL: 'https://studio.example.com/squero' }, 'without a path'],
    [{ SQUERO_PUBLIC_URL: 'https://me:pw@studio.example.com' }, 'without a path'],
    [{ PORT: 'web' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ HOST: 'all of them' }, 'HOST'],
    [{ SQUERO_PASSWORD: 'too short' }, '12 to 256'],
    [{ SQUERO_VIEWER_PASSWORD: 'too short' }, '12 to 256'],
    [{ SQUERO_PASSWORD_HASH: 'not a hash' }, 'npm run password'],
    [{ SQUERO_PASSWORD_HASH: `scrypt:30:8:3:${'s'.repeat(22)}:${'h'.repeat(43)}` }, 'npm run password'],
    [{ SQUERO_PASSWORD: 'long enough it is', SQUERO_PASSWORD_HASH: HASH }, 'not both'],
    [{ SQUERO_HOSTS: 'studio.example.com' }, 'without a path'],
    [{ SQUERO_HOSTS: 'https://studio.example.com/squero' }, 'without a path'],
    [{ SQUERO_HOSTS: 'https://*.example.com' }, 'without a path'],
    [{ SQUERO_HOSTS: 'https://me@studio.example.com' }, 'without a path'],
    [{ SQUERO_TRUST_PROXY: 'yes' }, 'SQUERO_TRUST_PROXY'],
    [{ VENICE_API_KEY: 'two words' }, 'VENICE_API_KEY'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'venice.ai' }, 'full address'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'http://example.com/api' }, 'https'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'https://me:pw@example.com/api' }, 'without a user'],
    [{ SQUERO_SANDBOX_SPEED: '0' }, 'SQUERO_SANDBOX_SPEED'],
    [{ SQUERO_SANDBOX_MODELS: 'nowhere.json' }, 'SQUERO_SANDBOX_MODELS'],
  ])('say what is wrong with %o', (source, word) => {
    const sentences = sentencesOf(source as Record<string, string>)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain(word)
  })

  it('take an API’s address without a key: one may be typed into Settings', () => {
    expect(parseEnvironment({ VENICE_API_BASE_URL: 'https://example.com/api' }).veniceApiKey).toBeNull()
  })

  it('take passwords and exact addresses', () => {
    const settings = parseEnvironment({
      SQUERO_PASSWORD_HASH: HASH,
      SQUERO_VIEWER_PASSWORD: ' spaces count ',
      SQUERO_HOSTS: 'https://Studio.example.com/, http://192.168.1.20:3210 http://192.168.1.20:3210',
      SQUERO_TRUST_PROXY: '1',
    })
    expect(settings).toMatchObject({
      ownerPassword: { encoded: HASH },
      viewerPassword: { plain: ' spaces count ' },
      hosts: ['https://studio.example.com', 'http://192.168.1.20:3210'],
      trustProxy: true,
    })
  })

  it('never repeat a secret in a sentence', () => {
    expect(sentencesOf({ VENICE_API_KEY: 'canary canary' }).join()).not.toContain('canary')
    expect(sentencesOf({ SQUERO_PASSWORD: 'canary' }).join()).not.toContain('canary')
    expect(sentencesOf({ SQUERO_PASSWORD_HASH: 'canary' }).join()).not.toContain('canary')
  })
})
