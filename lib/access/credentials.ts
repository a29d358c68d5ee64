// Not `server-only`: `npm start` asks this too, outside of Next.
import { createHash, randomBytes } from 'node:crypto'
import { changeKept, readKept } from '@/lib/access/kept'
import { hashPassword } from '@/lib/access/password'
import { environment, type PasswordSetting } from '@/lib/env'
import { once } from '@/lib/once'

/** The owner spends and sets; a viewer looks. */
export type Role = 'owner' | 'viewer'
export const ROLES: readonly Role[] = ['owner', 'viewer']

export interface Credential {
  from: 'environment' | 'settings'
  /** As lib/access/password writes it. */
  encoded: string
  /** Tells passwords apart without giving anything away; it stands in the sessions opened with it. */
  mark: string
}

/** Whether anybody has to sign in: the owner has a password. */
export function passwordIsSet(): boolean {
  return passwordSource('owner') !== null
}

/** Where a role's password comes from; the environment wins. null: it has none. */
export function passwordSource(role: Role): Credential['from'] | null {
  if (inEnvironment(role) !== null) return 'environment'
  return keptPassword(role) === undefined ? null : 'settings'
}

/** The password that holds for a role; null: none does. */
export async function credentialOf(role: Role): Promise<Credential | null> {
  const setting = inEnvironment(role)
  if (setting) return credential('environment', await encodedOf(role, setting))
  const encoded = keptPassword(role)
  return encoded === undefined ? null : credential('settings', encoded)
}

function credential(from: Credential['from'], encoded: string): Credential {
  return { from, encoded, mark: createHash('sha256').update(`squero password ${encoded}`).digest('hex').slice(0, 32) }
}

const inEnvironment = (role: Role) => environment()[role === 'owner' ? 'ownerPassword' : 'viewerPassword']

const keptPassword = (role: Role) =>
  readKept(environment().dataDir)[role === 'owner' ? 'ownerPassword' : 'viewerPassword']

/** Hashed once a process. */
function encodedOf(role: Role, setting: PasswordSetting): Promise<string> {
  if ('encoded' in setting) return Promise.resolve(setting.encoded)
  return once(`password-${role}`, () => hashPassword(setting.plain, installedSalt()))
}

function installedSalt(): Buffer {
  const { dataDir } = environment()
  const known = readKept(dataDir).salt
  if (known !== undefined) return Buffer.from(known, 'base64url')
  const salt = randomBytes(16)
  changeKept(dataDir, (kept) => ({ ...kept, salt: salt.toString('base64url') }))
  return salt
}
