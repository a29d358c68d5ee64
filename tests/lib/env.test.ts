import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { EnvironmentError, parseEnvironment } from '@/lib/env'

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
    [{ HOST: '0.0.0.0' }, 'SSH tunnel'],
    [{ VENICE_API_KEY: 'two words' }, 'VENICE_API_KEY'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'venice.ai' }, 'full address'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'http://example.com/api' }, 'https'],
    [{ VENICE_API_KEY: 'k', VENICE_API_BASE_URL: 'https://me:pw@example.com/api' }, 'without a user'],
    [{ VENICE_API_BASE_URL: 'https://example.com/api' }, 'set both'],
    [{ SQUERO_SANDBOX_SPEED: '0' }, 'SQUERO_SANDBOX_SPEED'],
    [{ SQUERO_SANDBOX_MODELS: 'nowhere.json' }, 'SQUERO_SANDBOX_MODELS'],
  ])('say what is wrong with %o', (source, word) => {
    const sentences = sentencesOf(source as Record<string, string>)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toContain(word)
  })

  it('never repeat the key in a sentence', () => {
    expect(sentencesOf({ VENICE_API_KEY: 'canary canary' }).join()).not.toContain('canary')
  })
})
