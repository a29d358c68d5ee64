import * as fc from 'fast-check'
import { EnvironmentError, type PasswordSetting, parseEnvironment } from '@/lib/env'
import { entriesOf, type Reader, type Verdict } from './readers'

/** The variables the studio starts with: a wrong one is told in a sentence. */
export const SETTINGS: Reader = {
  name: 'the settings',
  valid: fc.record({
    VENICE_API_KEY: fc.constant('key-0123'),
    VENICE_API_BASE_URL: fc.constantFrom('https://api.venice.ai/api/v1', 'http://127.0.0.1:4000'),
    SQUERO_DATA_DIR: fc.constant('./data'),
    HOST: fc.constantFrom('127.0.0.1', 'localhost', '0.0.0.0', 'fd00::20'),
    PORT: fc.constantFrom('3210', '65535'),
    SQUERO_PASSWORD: fc.constant('twelve signs and more'),
    SQUERO_VIEWER_PASSWORD_HASH: fc.constant(`scrypt:15:8:3:${'s'.repeat(22)}:${'h'.repeat(43)}`),
    SQUERO_HOSTS: fc.constantFrom('https://studio.example.com', 'https://a.example, http://192.168.1.20:3210'),
    SQUERO_TRUST_PROXY: fc.constantFrom('0', '1'),
    SQUERO_PUBLIC_URL: fc.constant('https://studio.example.com'),
    SQUERO_SANDBOX_SPEED: fc.constantFrom('1', '0.5'),
  }),
  read: readSettings,
}

function readSettings(value: unknown): Verdict {
  try {
    const settings = parseEnvironment(Object.fromEntries(entriesOf(value)))
    const { veniceApiKey: key, veniceBaseUrl: base, publicUrl } = settings
    return {
      taken: true,
      value: settings,
      again: {
        ...(key === null ? {} : { VENICE_API_KEY: key }),
        VENICE_API_BASE_URL: base,
        ...passwordOf('SQUERO_PASSWORD', settings.ownerPassword),
        ...passwordOf('SQUERO_VIEWER_PASSWORD', settings.viewerPassword),
        SQUERO_HOSTS: settings.hosts.join(' '),
        SQUERO_TRUST_PROXY: settings.trustProxy ? '1' : '0',
        SQUERO_DATA_DIR: settings.dataDir,
        HOST: settings.host,
        PORT: String(settings.port),
        SQUERO_SANDBOX_SPEED: String(settings.sandboxSpeed),
        ...(publicUrl === null ? {} : { SQUERO_PUBLIC_URL: publicUrl }),
        ...(settings.sandboxModels === null ? {} : { SQUERO_SANDBOX_MODELS: settings.sandboxModels }),
      },
    }
  } catch (error) {
    if (error instanceof EnvironmentError) return { taken: false, sentences: error.sentences }
    throw error
  }
}

function passwordOf(name: string, setting: PasswordSetting | null): Record<string, string> {
  if (setting === null) return {}
  return 'plain' in setting ? { [name]: setting.plain } : { [`${name}_HASH`]: setting.encoded }
}
